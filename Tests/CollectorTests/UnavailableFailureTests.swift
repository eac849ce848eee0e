import Testing

@testable import Collector
@testable import Snapshots

/// What each fault of a service becomes in the snapshot: never nothing, never "as planned".
struct UnavailableFailureTests {
    private let account = "111122223333"

    @Test(arguments: [
        (StandInAWS.Reply.refuse("AccessDeniedException"), Unavailable.Reason.denied),
        (.refuse("UnrecognizedClientException"), .denied),
        (.this(403, "no"), .denied), (.this(401, "no"), .denied),
        (.refuse("ThrottlingException"), .throttled), (.this(429, "{}"), .throttled),
        (.this(500, ""), .failed), (.this(503, "<html>"), .failed), (.this(418, "{}"), .failed),
        (.refuse("InternalException"), .failed), (.refuse("ValidationException"), .failed),
        (.refuse("RequestTimeoutException"), .timeout), (.this(404, "<html>"), .failed),
        (.refuse("ResourceNotFoundException"), .notFound),
        (.this(200, ""), .malformed), (.this(200, "[]"), .malformed),
        (.this(200, #"{"Rules":[{"Na"#), .malformed), (.this(200, #"{"Rules":{}}"#), .malformed),
        (.this(200, #"{"Rules":[{"Name":7,"State":"ENABLED"}]}"#), .malformed),
        (.this(200, "{}"), .malformed), (.this(301, ""), .failed),
    ])
    func `a list of rules that cannot be read has the reason`(
        reply: StandInAWS.Reply, reason: Unavailable.Reason
    ) async {
        let aws = StandInAWS { $0.operation == "ListRules" ? reply : .usual }
        let list = await aws.snapshot().account(account).rules(in: "eu-west-1")
        #expect(list.items.isEmpty)
        #expect(list.unread?.reason == reason)
        #expect(list.unread?.part == "the rules of account 111122223333 in eu-west-1")
    }

    @Test func `pages are followed to the end`() async {
        let aws = StandInAWS { call in
            guard call.operation == "ListRules" else { return .usual }
            let page =
                call.body.matches(of: /"NextToken":"(\d)"/).first
                .flatMap { Int($0.output.1) } ?? 0
            let next = page < 3 ? #","NextToken":"\#(page + 1)""# : ""
            return .this(
                200, #"{"Rules":[{"Name":"breakglass-\#(page)","State":"ENABLED"}]\#(next)}"#)
        }
        let list = await aws.snapshot().account(account).rules(in: "eu-west-1")
        #expect(list.unread == nil)
        #expect(list.items.map(\.name) == (0...3).map { "breakglass-\($0)" })
        #expect(list.items.allSatisfy { $0.pattern.isEmpty })
    }

    @Test func `a repeated token ends the list, with the reason`() async {
        let page = #"{"Rules":[{"Name":"breakglass-a","State":"ENABLED"}],"NextToken":"again"}"#
        let aws = StandInAWS { $0.operation == "ListRules" ? .this(200, page) : .usual }
        let list = await aws.snapshot().account(account).rules(in: "eu-west-1")
        #expect(list.unread?.reason == .malformed)
        #expect(list.items.count == 2)
        #expect(list.unread?.detail.contains("read before") == true)
    }

    @Test(arguments: [StandInAWS.Reply.refuse("AccessDeniedException"), .this(503, "")])
    func `an incomplete list keeps the items that were read, and the reason`(
        reply: StandInAWS.Reply
    ) async {
        let aws = StandInAWS { call in
            guard call.operation == "ListRules" else { return .usual }
            if call.body.contains("NextToken") { return reply }
            return .this(
                200, #"{"Rules":[{"Name":"breakglass-a","State":"ENABLED"}],"NextToken":"2"}"#)
        }
        let list = await aws.snapshot().account(account).rules(in: "eu-west-1")
        #expect(list.items.map(\.name) == ["breakglass-a"])
        #expect(list.unread?.reason == .partialPage)
    }

    @Test func `a rule is kept if its targets cannot be read`() async {
        let aws = StandInAWS { call in
            call.operation == "ListTargetsByRule" && call.body.contains("breakglass-root")
                ? .refuse("AccessDeniedException") : .usual
        }
        let list = await aws.snapshot().account(account).rules(in: "eu-west-1")
        #expect(list.unread == nil)
        #expect(list.items.map(\.targets.unread?.reason) == [nil, .denied])
    }

    @Test func `an event that could not be tested is in neither set`() async {
        let aws = StandInAWS { call in
            guard call.operation == "TestEventPattern" else { return .usual }
            if call.body.contains("ConsoleLogin") { return .this(500, "") }
            return .this(200, #"{"Result":false}"#)
        }
        let test = await aws.snapshot().patternTests[#"{"a":[1]}"#]?.value
        #expect(test?.matched.isEmpty == true)
        #expect(test?.refused.contains("unrelated") == true)
        #expect(test?.refused.contains("user-sign-in") == false)
    }

    @Test func `no contact is a fact, another account behind the role is one, too`() async {
        let aws = StandInAWS { call in
            switch call.operation {
            case "getAlternateContact": .this(404, #"{"__type":"ResourceNotFoundException"}"#)
            case "GetCallerIdentity":
                .this(200, "<R><Account>444455556666</Account><Arn>arn:aws:sts::x</Arn></R>")
            default: .usual
            }
        }
        let found = await aws.snapshot().account(account)
        #expect(found.securityContact.isMissing)
        #expect(found.reached == .observed(false))
    }
}

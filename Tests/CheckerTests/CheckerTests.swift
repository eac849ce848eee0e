import FakeAWS
import FakeWorld
import HTTPTypes
import Logging
import State
import Testing

@testable import AccessPlan
@testable import Checker
@testable import HTTP
@testable import Snapshots
@testable import System
@testable import Text

struct CheckerTests {
    private static let bus = "arn:aws:events:eu-west-1:123456789012:event-bus/breakglass-hub"
    private static let now = 1_782_907_200

    private static let plan = Plan(
        organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")

    /// A run against services with the given answers. All other calls succeed.
    private func run(
        bucket: String? = nil, table: Bool = true, within time: Duration = .seconds(60),
        _ answer: @escaping (FakeAWS.Call) -> Response? = { _ in nil },
        collect: @escaping Checker.Collect = { _, _ in }
    ) -> (Result<RunSummary, CheckerError>, FakeAWS) {
        let aws = FakeAWS { call in
            if let answer = answer(call) { return answer }
            switch call.action {
            case "PutEvents": return .item(#"{"Entries":[{"EventId":"1"}],"FailedEntryCount":0}"#)
            case "BatchGetItem": return .item(#"{"Responses":{}}"#)
            case let put where put.hasPrefix("PUT "):
                var response = Response(status: 200, body: [])
                response.headers[.eTag] = "\"1\""
                return response
            default: return .item("{}")
            }
        }
        let checker = Checker(
            plan: Self.plan, table: table ? StateTable(name: "state", client: aws.client) : nil,
            client: aws.client, bus: Self.bus, bucket: bucket,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let result = Result { () throws(CheckerError) in
            try checker.check(
                now: Self.now, id: "request-1",
                deadline: aws.machine.deadline(after: time), collect: collect)
        }
        return (result, aws)
    }

    private func answer(_ result: Result<RunSummary, CheckerError>) throws -> JSON {
        try #require(JSON(try result.get().json))
    }

    private func event(_ aws: FakeAWS) throws -> JSON {
        let body = try #require(aws.calls.first { $0.action == "PutEvents" }?.body)
        return try #require(JSON(Array(body.utf8))?["Entries"]?.array?.first)
    }

    @Test func `it asks the table, reports to the hub and keeps what it saw, in this order`() throws
    {
        let (result, aws) = run(bucket: "example.reports")
        #expect(try answer(result)["result"]?.string == "reported")
        let actions = aws.actions.drop { $0 == "GetItem" || $0 == "BatchGetItem" }
        #expect(actions.count == 4)
        #expect(
            actions.first
                == "PUT /example.reports/reports/2026/07/01/2026-07-01T12-00-00Z.json")
        #expect(Array(actions.suffix(2)) == ["PutEvents", "PutItem"])
        let event = try event(aws)
        #expect(event["Source"]?.string == "breakglass.drift-checker")
        #expect(event["EventBusName"]?.string == Self.bus)
        let detail = try #require(event["Detail"]?.string.flatMap { JSON(Array($0.utf8)) })
        #expect(detail["told"]?["id"]?.string == "request-1")
        #expect(detail["report"]?["schema"]?.string == "breakglass.report/1")
    }

    @Test func `the function gets what was collected`() throws {
        let (result, _) = run(collect: { snapshot, deadline in
            #expect(snapshot.history.lastRun.value == .some(nil))
            #expect(deadline == FakeWorld().deadline(after: .seconds(30)))
            snapshot.accounts["123456789012"] = Snapshot.Account(id: "123456789012")
        })
        #expect(try answer(result)["severity"]?.string != nil)
        #expect(try result.get().metrics.contains { $0.name == "Shut" && $0.value == 0 })
    }

    @Test func `a bucket that denies access is reported, and nothing else fails`() throws {
        let (result, aws) = run(bucket: "reports") { call in
            call.action.hasPrefix("PUT") ? .refused("AccessDenied", status: 403) : nil
        }
        let undone = try answer(result)["undone"]?.array?.compactMap(\.string) ?? []
        #expect(undone.count == 1)
        #expect(undone.first?.hasPrefix("the report was not stored in bucket reports") == true)
        #expect(try event(aws)["Detail"]?.string?.contains("not stored in bucket") == true)
    }

    @Test func `a table that cannot be written is reported, and the run succeeds`() throws {
        let (result, _) = run { $0.action == "PutItem" ? .refused("AccessDeniedException") : nil }
        let undone = try answer(result)["undone"]?.array?.compactMap(\.string) ?? []
        #expect(undone.first?.hasPrefix("what was seen is not kept for the next run") == true)
    }

    @Test func `a report states that the table could not be read`() throws {
        let (result, aws) = run { call in
            call.action.hasSuffix("Item") ? .refused("AccessDeniedException") : nil
        }
        #expect(try answer(result)["told"]?.bool == true)
        let detail = try event(aws)["Detail"]?.string ?? ""
        #expect(detail.contains("the last run could not be read"))
        #expect(detail.contains("what may be approved is shown as drift"))
    }

    @Test func `a report states that there is no table`() throws {
        let (result, aws) = run(table: false)
        #expect(try answer(result)["result"]?.string == "reported")
        #expect(try event(aws)["Detail"]?.string?.contains("no state table is set up") == true)
    }

    @Test(arguments: [
        Response.refused("AccessDeniedException"),
        .item(#"{"Entries":[{"ErrorCode":"NotAuthorizedForSourceException"}]}"#),
    ])
    func `a report that cannot be delivered fails the run, and the next run reports it again`(
        response: Response
    ) {
        let (result, aws) = run { $0.action == "PutEvents" ? response : nil }
        guard case .failure(.notReported(let bus, _)) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(bus == Self.bus)
        #expect(!aws.actions.contains("PutItem"))
    }

    @Test(arguments: [(900, 855), (60, 30), (3, 1.5)])
    func `most of the time is for looking, some is for telling`(seconds: Int, looking: Double) {
        #expect(
            Checker.collectingTime(of: .seconds(seconds)) == .milliseconds(Int(looking * 1000)))
    }

    @Test(arguments: [
        ("{}", CheckerTask.check), ("", .check), (#"{"task":"check"}"#, .check),
        (#"{"source":"aws.events"}"#, .check), (#"{"task":"canary"}"#, .canary),
        (#"{"canary":true}"#, .canary), (#"{"canary":false}"#, .check),
    ])
    func `what a run is started for is read from its event`(event: String, task: CheckerTask) throws
    {
        #expect(try CheckerTask(event: Array(event.utf8)) == task)
    }

    @Test func `an unknown task is rejected`() {
        #expect(throws: CheckerError.unknownTask("canaries")) {
            try CheckerTask(event: Array(#"{"task":"canaries"}"#.utf8))
        }
    }
}

import AccessPlan
import Deployment
import FakeAWS
import HTTP
import Synchronization
import Testing

@testable import Rollout

@Suite struct FirstContactTests {
    @Test func `what a rule may be is found by trying, and the rule is removed`() async throws {
        let account = Contacted(limit: 10)
        let file = await account.ask([.ruleComplexity, .testedComplexity])
        for question in [ContactQuestion.ruleComplexity, .testedComplexity] {
            #expect(file[question]?.answer == "10 is taken, 12 is refused")
            #expect(file[question]?.evidence.first == "12: Rule is too complex")
        }
        #expect(account.things.withLock { $0 }.isEmpty)
    }

    @Test func `before a write it says what it will do`() async {
        let account = Contacted()
        _ = await account.ask([.topicPolicy])
        let said = account.said.withLock { $0 }
        #expect(said[0].hasPrefix("topic-policy: May one topic's policy"))
        #expect(said[1].contains("makes the topics first-contact and first-contact-2"))
        #expect(said[2] == "  it may")
    }

    @Test func `without consent nothing is written`() async {
        let account = Contacted()
        let writing: [ContactQuestion] = [.ruleComplexity, .topicPolicy, .deniedAssumeRole]
        let file = await account.ask(writing, agrees: false) { call in
            Issue.record("\(call.action) was called")
            return nil
        }
        #expect(file.answers.map(\.reason) == writing.map { _ in "nobody agreed to the write" })
    }

    @Test(arguments: [
        (ContactQuestion.topicPolicy, "SetTopicAttributes"), (.ruleComplexity, "PutRule"),
        (.deniedAssumeRole, "LookupEvents"),
    ])
    func `what was made is removed when a later call fails`(
        question: ContactQuestion, failing: String
    ) async {
        let account = Contacted()
        let file = await account.ask([question], isAlone: false) { call in
            call.action == failing && (failing != "PutRule" || call.body.contains("*a*b"))
                ? .error("AccessDeniedException", status: 403) : nil
        }
        #expect(file[question] == nil)
        #expect(account.things.withLock { $0 }.isEmpty)
    }

    @Test(arguments: [
        (ContactQuestion.topicPolicy, "CreateTopic"), (.ruleComplexity, "PutRule"),
        (.deniedAssumeRole, "CreateRole"),
    ])
    func `what was made is removed after Ctrl-C`(
        question: ContactQuestion, last: String
    ) async {
        let account = Contacted()
        let run = Task {
            await account.ask([question], isAlone: false) { call in
                // Ctrl-C cancels the task that asks.
                if call.action == last { withUnsafeCurrentTask { $0?.cancel() } }
                return nil
            }
        }
        let file = await run.value
        #expect(account.things.withLock { $0 }.isEmpty)
        #expect(file.answers.allSatisfy { $0.leftovers.isEmpty })
    }

    @Test func `what a killed run left behind is removed first`() async {
        let account = Contacted()
        account.things.withLock { $0 = ["role", "topic", "rule"] }
        _ = await account.ask([.ruleComplexity, .topicPolicy])
        #expect(account.things.withLock { $0 } == ["role"])
    }

    @Test func `what cannot be removed is said, and kept in the file`() async {
        let account = Contacted()
        let file = await account.ask([.topicPolicy]) { call in
            guard call.action == "DeleteTopic", !call.body.contains("first-contact-2") else {
                return nil
            }
            return account.things.withLock { $0.contains("topic") }
                ? .refused("AuthorizationError", status: 403) : nil
        }
        #expect(file.answers[0].leftovers.count == 1)
        #expect(
            file.answers[0].leftovers[0].hasPrefix(
                "topic first-contact in eu-west-1 is left behind"))
        #expect(account.said.withLock { $0.last }?.hasPrefix("topic first-contact") == true)
    }

    @Test func `a policy that names two topics may be refused`() async {
        let file = await Contacted().ask([.topicPolicy]) { call in
            call.action == "SetTopicAttributes" ? .refused("InvalidParameter") : nil
        }
        #expect(file[.topicPolicy]?.answer == "it may not")
    }

    @Test(arguments: [(true, "in both accounts"), (false, "in the caller's account alone")])
    func `a denial is looked for in both accounts`(isShared: Bool, answer: String) async {
        let denial = """
            {"eventName": "AssumeRole", "eventSource": "sts.amazonaws.com", "errorCode": "AccessDenied", \
            "errorMessage": "not authorized on resource: arn:aws:iam::1:role/first-contact"}
            """
        let file = await Contacted().ask([.deniedAssumeRole], isAlone: false) { call in
            guard call.action == "LookupEvents" else { return nil }
            return isShared || call.caller == "444455556666" ? Contacted.history([denial]) : nil
        }
        #expect(file[.deniedAssumeRole]?.answer?.hasSuffix(answer) == true)
        #expect(
            file[.deniedAssumeRole]?.evidence.first?.hasSuffix("AssumeRole AccessDenied") == true)
    }

    @Test func `a denial needs a second account, and CloudTrail in time`() async {
        let alone = await Contacted().ask([.deniedAssumeRole])
        #expect(alone.answers[0].reason?.contains("--organization-profile") == true)
        let late = await Contacted().ask([.deniedAssumeRole], isAlone: false)
        #expect(late.answers[0].reason == "CloudTrail has not recorded it in 900 s")
    }

    @Test func `a switch of role is found where it was recorded`() async {
        let file = await Contacted().ask([.switchRole]) { call in
            guard call.action == "LookupEvents", call.region == "us-east-1" else { return nil }
            return Contacted.history([
                #"{"eventName": "SwitchRole", "eventSource": "signin.amazonaws.com", "eventTime": "2026-11-01T00:00:00Z"}"#
            ])
        }
        #expect(file[.switchRole]?.answer == "in us-east-1")
        #expect(
            file[.switchRole]?.evidence
                == ["2026-11-01T00:00:00Z us-east-1 signin.amazonaws.com SwitchRole"])
        #expect(await Contacted().ask([.switchRole])[.switchRole] == nil)
    }

    @Test
    func `keys that EventBridge used, and sign-ins to applications, are found in the history`()
        async
    {
        let file = await Contacted().ask([.eventBridgeKMS, .identityCenterApplication]) { call in
            guard call.action == "LookupEvents" else { return nil }
            return Contacted.history([
                """
                {"eventName": "GenerateDataKey", "userIdentity": {"invokedBy": "events.amazonaws.com"}, \
                "requestParameters": {"encryptionContext": {"aws:sqs:arn": "a"}}}
                """,
                #"{"eventName": "GenerateDataKey", "userIdentity": {"invokedBy": "other"}}"#,
                #"{"eventName": "Federate", "eventSource": "sso.amazonaws.com"}"#,
            ])
        }
        #expect(file[.eventBridgeKMS]?.answer == "aws:sqs:arn")
        #expect(file[.identityCenterApplication]?.answer == "as sso.amazonaws.com Federate")
    }

    @Test(arguments: [(1_780_000_000 - 3_600, true), (1_780_000_000 - 90_000, false)])
    func `a canary that arrived in the last day answers two questions`(
        time: Int, isAnswered: Bool
    ) async {
        let questions: [ContactQuestion] = [.busSourceARN, .readOnlyEvents]
        let file = await Contacted().ask(questions) { call in
            call.action == "GetItem"
                ? .item(#"{"Item": {"id": {"S": "canary#1"}, "eu-west-1": {"N": "\#(time)"}}}"#)
                : nil
        }
        for question in questions { #expect((file[question] != nil) == isAnswered) }
    }

    @Test func `what only a person can tell is left open with what to do`() async {
        let file = await Contacted().ask([.emailDelay])
        #expect(file.answers[0].reason?.contains("docs/runbooks/first-drill.md") == true)
    }
}

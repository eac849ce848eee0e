import AccessPlan
import Deployment
import FakeAWS
import HTTP
import Synchronization

@testable import Rollout

/// An account that a first contact asks: it keeps what was made there.
final class Contacted: Sendable {
    /// Rules, topics and roles that are there, by name.
    let things = Mutex<Set<String>>([])

    /// What the narrator said.
    let said = Mutex<[String]>([])

    /// The largest complexity that a rule may have.
    let limit: Int

    init(limit: Int = 10) { self.limit = limit }

    /// Asks questions, all of them agreed to.
    func ask(
        _ questions: [ContactQuestion], plan: Plan = FakeAccount.plan, agrees: Bool = true,
        isAlone: Bool = true,
        _ change: @escaping @Sendable (FakeCloud.Call) -> Response? = { _ in nil }
    ) async -> ContactFile {
        let cloud = FakeCloud { [self] call in change(call) ?? answer(call) }
        func site(_ account: String) -> Site {
            Site(
                account: account, arn: "arn:aws:iam::\(account):role/a", client: cloud.client,
                caller: FakeCloud.caller(account))
        }
        let narrator = Narrator(
            say: { line in self.said.withLock { $0.append(line) } },
            note: { line in self.said.withLock { $0.append(line) } }, progress: { _ in })
        let sites = Sites(
            emergency: site(FakeAccount.number),
            organization: isAlone ? nil : site("444455556666"))
        return await FirstContact(plan, sites, narrator: narrator) { _ in agrees }.run(questions)
    }

    private func answer(_ call: FakeCloud.Call) -> Response {
        switch call.action {
        case "PutRule":
            things.withLock { _ = $0.insert("rule") }
            return verdict(call, #"{"RuleArn": "arn:aws:events:eu-west-1:1:rule/first-contact"}"#)
        case "TestEventPattern": return verdict(call, #"{"Result": false}"#)
        case "DeleteRule":
            things.withLock { _ = $0.remove("rule") }
            return .item("{}")
        case "CreateTopic":
            let name = call.body.contains("first-contact-2") ? "topic 2" : "topic"
            things.withLock { _ = $0.insert(name) }
            return .xml("CreateTopic", "<TopicArn>arn:aws:sns:eu-west-1:1:first-contact</TopicArn>")
        case "DeleteTopic":
            let name = call.body.contains("first-contact-2") ? "topic 2" : "topic"
            things.withLock { _ = $0.remove(name) }
            return .xml("DeleteTopic", "")
        case "SetTopicAttributes": return .xml("SetTopicAttributes", "")
        case "CreateRole":
            things.withLock { _ = $0.insert("role") }
            return .xml(
                "CreateRole",
                "<Role><Arn>arn:aws:iam::\(FakeAccount.number):role/first-contact</Arn></Role>")
        case "DeleteRole":
            return things.withLock { $0.remove("role") } == nil
                ? .refused("NoSuchEntity", status: 404) : .xml("DeleteRole", "")
        case "AssumeRole": return .refused("AccessDenied", status: 403)
        case "LookupEvents": return .item(#"{"Events": []}"#)
        case "POST /listRegions":
            return .item(
                #"{"Regions": [{"RegionName": "eu-west-1"}, {"RegionName": "us-east-1"}]}"#)
        default: return .error("UnexpectedInATest")
        }
    }

    /// EventBridge counts stars as our bound does.
    private func verdict(_ call: FakeCloud.Call, _ taken: String) -> Response {
        2 * call.body.count { $0 == "*" } <= limit
            ? .item(taken)
            : .error("InvalidEventPatternException", message: "Rule is too complex")
    }

    /// The event history with these events.
    static func history(_ events: [String]) -> Response {
        let all = events.map { event in
            #"{"CloudTrailEvent": "\#(event.replacing("\"", with: "\\\""))"}"#
        }
        return .item(#"{"Events": [\#(all.joined(separator: ","))]}"#)
    }
}

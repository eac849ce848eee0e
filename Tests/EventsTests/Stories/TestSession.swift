import Alerts
import Events
import Samples

/// A session of a role, and the events that begin and use it.
struct TestSession: Sendable {
    var role: String
    var account: String
    var id: String
    var key: String
    /// When it began, on the day of all these tests.
    var time: String
    var name = "dana"

    /// A break-glass user's role in the emergency access account.
    static let emergency = TestSession(
        role: "EmergencyAccess_Role1_Ops", account: "123456789012", id: "AROAEMERGENCY:dana",
        key: "ASIAEMERGENCY0000001", time: "12:00:00")

    /// The role that it assumes.
    static let workload = TestSession(
        role: "EmergencyAccess_Ops", account: "111122223333", id: "AROAWORKLOAD:work",
        key: "ASIAWORKLOAD00000001", time: "12:05:00", name: "work")

    /// The role that this one assumes: not watched.
    static let further = TestSession(
        role: "Elsewhere", account: "444455556666", id: "AROAFURTHER:far",
        key: "ASIAFURTHER000000001", time: "12:10:00", name: "far")

    /// The alerts about events in this order.
    static func told(_ events: [TestEvent]) -> [Alert] {
        var memory = StoryMemory()
        return events.map { event in
            EventReader(plan: TestPlan.plan)
                .alert(from: Array(event.delivery.utf8), now: 1_782_907_500) { alert, story in
                    Knowledge(
                        origin: story.flatMap {
                            try? StoryPlace($0, of: alert, in: &memory, now: 1_782_907_500).origin
                        })
                }
        }
    }

    /// The alert about a session without earlier events.
    var thread: String { "\(id)@2026-07-01T\(time)Z" }

    /// `userIdentity` of what it does, with a key of the console's own if there is none.
    func identity(key: String?) -> String {
        """
        {"type":"AssumedRole","principalId":"\(id)",\
        "arn":"arn:aws:sts::\(account):assumed-role/\(role)/\(name)","accountId":"\(account)",\
        "accessKeyId":"\(key ?? "ASIACONSOLE000000001")","sessionContext":{"sessionIssuer":{\
        "type":"Role","arn":"arn:aws:iam::\(account):role/\(role)","accountId":"\(account)",\
        "userName":"\(role)"},"attributes":{"creationDate":"2026-07-01T\(time)Z",\
        "mfaAuthenticated":"false"}}}
        """
    }

    /// It is begun, by this identity.
    func begun(by identity: String, in account: String) -> TestEvent {
        TestEvent(
            "sts", "AssumeRole",
            #"{"roleArn":"arn:aws:iam::\#(self.account):role/\#(role)","roleSessionName":"\#(name)"}"#
        ).answered(
            """
            {"credentials":{"accessKeyId":"\(key)","sessionToken":"IQoJtoken",\
            "expiration":"Jul 1, 2026, 1:\(time.split(separator: ":")[1]):00 PM"},\
            "assumedRoleUser":{"assumedRoleId":"\(id)",\
            "arn":"arn:aws:sts::\(self.account):assumed-role/\(role)/\(name)"}}
            """
        ).by(identity).in(account).with { $0.time = time }
    }

    /// The same in the copy of the role's owner, who sees only the caller's id and account.
    func begunOwnersCopy(by id: String, of account: String) -> TestEvent {
        begun(
            by: #"{"type":"AWSAccount","principalId":"\#(id)","accountId":"\#(account)"}"#,
            in: self.account)
    }

    /// Something is done with it.
    func used(key: String?) -> TestEvent {
        TestEvent("ec2", "StopInstances").by(identity(key: key)).in(account).with {
            $0.time = "12:30:00"
        }
    }
}

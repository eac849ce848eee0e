import Samples
import Testing

@testable import AccessPlan
@testable import Alerts
@testable import Events

/// One sign-in, one thread: user, emergency role, workload role, and further roles.
@Suite struct SessionHopTests {
    private static let user = TestEvent.user("BreakglassUser1")
    private static let emergency = TestSession.emergency
    private static let workload = TestSession.workload

    private static let first = emergency.begun(by: user, in: "123456789012")
    private static let second = workload.begun(
        by: emergency.identity(key: emergency.key), in: "123456789012")
    private static let secondOwnersCopy = workload.begunOwnersCopy(
        by: emergency.id, of: "123456789012")
    private static let third = TestSession.further.begun(
        by: workload.identity(key: workload.key), in: "111122223333")

    private func threads(_ events: [TestEvent]) -> [String?] {
        TestSession.told(events).map(\.session.thread)
    }

    @Test func `a chain of roles is one thread, and its person the one who came in`() {
        let alerts = TestSession.told([
            Self.first, Self.second, Self.secondOwnersCopy, Self.third,
            Self.workload.used(key: Self.workload.key),
        ])
        #expect(alerts.map(\.due) == [true, true, true, true, true])
        #expect(Set(alerts.map(\.session.thread)) == [Self.emergency.thread])
        #expect(Set(alerts.map(\.person.name)) == ["BreakglassUser1"])
        #expect(Set(alerts.map(\.person.vouched)) == [true])
    }

    @Test func `without earlier events an event has a thread of its own`() {
        #expect(Self.third.alert().session.thread == TestSession.further.thread)
        #expect(threads([Self.third]) == [TestSession.further.thread])
        #expect(threads([Self.workload.used(key: nil)]) == [Self.workload.thread])
        #expect(TestSession.told([Self.third]).first?.person.vouched == false)
    }

    @Test func `a watched session has a thread without any link, another session has none`() {
        func byItself(_ event: TestEvent) -> String? {
            var hop: SessionHop?
            _ = EventReader(plan: TestPlan.plan)
                .alert(from: Array(event.delivery.utf8), now: 0) {
                    hop = $1
                    return Knowledge()
                }
            return hop?.originByItself?.thread
        }
        #expect(byItself(Self.second) == Self.emergency.thread)
        #expect(byItself(Self.secondOwnersCopy) == Self.emergency.thread)
        #expect(byItself(Self.first) == nil)
        #expect(byItself(Self.third) == nil)
    }

    @Test
    func `an event before the start of its session has a thread of its own, later ones do not`() {
        let events = [Self.third, Self.first, Self.second, Self.workload.used(key: nil)]
        #expect(
            threads(events)
                == [TestSession.further.thread] + Array(repeating: Self.emergency.thread, count: 3))
    }

    @Test func `under a key of the console the thread is known, the person is not`() {
        let alerts = TestSession.told([Self.first, Self.second, Self.workload.used(key: nil)])
        #expect(alerts.last?.session.thread == Self.emergency.thread)
        #expect(alerts.last?.person == .init(name: "work", source: .sessionName))
    }

    @Test func `the owner's copy never gets the name of another user of the session's name`() {
        var other = Self.workload
        other.key = "ASIAWORKLOAD00000002"
        let alerts = TestSession.told([
            Self.first, Self.second, other.begunOwnersCopy(by: "AROAOTHER:x", of: "444455556666"),
            other.used(key: other.key), Self.workload.used(key: Self.workload.key),
            Self.workload.used(key: nil),
        ])
        #expect(
            alerts.map(\.person.vouched) == [true, true, false, false, true, false])
        // Two sign-ins match the console's key: the event keeps its own facts.
        #expect(
            alerts.suffix(4).map(\.session.thread)
                == [
                    Self.workload.thread, Self.workload.thread, Self.emergency.thread,
                    Self.workload.thread,
                ])
    }

    @Test func `a session that began at another time of the day is another one`() {
        var later = Self.workload
        later.time = "12:20:00"
        #expect(
            threads([Self.first, Self.second, later.used(key: nil)]).last == Self.workload.thread)
    }

    @Test func `a name that the event vouches for stays`() {
        let sam = Alert.Person(name: "sam", source: .sessionName, vouched: true)
        let jane = Alert.Person(name: "jane", source: .samlNameID, vouched: true)
        var alert = Alert()
        alert.person = sam
        _ = alert.add(
            Knowledge(origin: SessionOrigin(thread: "x@2026-07-01", person: jane)), now: 0)
        #expect(alert.person == sam)
    }

    @Test func `a federation token of a user belongs to the user's sign-in`() {
        let token = TestEvent("sts", "GetFederationToken", #"{"name":"far"}"#).answered(
            """
            {"credentials":{"accessKeyId":"ASIAFEDERATED0000001",\
            "expiration":"Jul 1, 2026, 11:00:00 PM"},"federatedUser":{\
            "federatedUserId":"123456789012:far",\
            "arn":"arn:aws:sts::123456789012:federated-user/far"}}
            """
        ).by(Self.user)
        let use = TestEvent("ec2", "StopInstances").by(
            """
            {"type":"FederatedUser","principalId":"123456789012:far",\
            "arn":"arn:aws:sts::123456789012:federated-user/far","accountId":"123456789012",\
            "accessKeyId":"ASIAFEDERATED0000001","sessionContext":{"sessionIssuer":{\
            "type":"IAMUser","arn":"arn:aws:iam::123456789012:user/BreakglassUser1",\
            "userName":"BreakglassUser1"},"attributes":{"creationDate":"2026-07-01T12:00:00Z"}}}
            """)
        let alerts = TestSession.told([token, use])
        #expect(alerts.map(\.due) == [true, true])
        #expect(Set(alerts.map(\.session.thread)).count == 1)
        #expect(alerts.last?.person.name == "BreakglassUser1")
    }

    @Test func `people whom a declaration names are known in every hop`() {
        let declaration = Declaration(
            incident: "INC-1", mode: .user, declaredBy: "joe", people: ["BreakglassUser1"],
            declared: 1_782_900_000, expires: 1_782_910_000)
        var alert = Self.third.alert()
        let origin = SessionOrigin(
            thread: "x@2026-07-01",
            person: .init(name: "BreakglassUser1", source: .userName, vouched: true))
        let unnamed = alert.add(Knowledge(declaration: declaration), now: 1_782_907_500)
        #expect(unnamed)
        let still = alert.add(
            Knowledge(declaration: declaration, origin: origin), now: 1_782_907_500)
        #expect(!still)
    }

    @Test func `an event that raises no alert stores no link`() {
        let elsewhere = TestSession.further.begun(
            by: TestEvent.user("dana", in: "444455556666"), in: "444455556666")
        #expect(TestSession.told([elsewhere]).map(\.due) == [false])
        let denied = Self.second.denied("no").answered("null")
        #expect(
            TestSession.told([Self.first, denied]).map(\.session.thread).last
                == Self.emergency.thread)
    }
}

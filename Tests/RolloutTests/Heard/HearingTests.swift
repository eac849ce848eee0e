import AccessPlan
import Deployment
import FakeAWS
import FakeWorld
import HTTP
import HTTPTypes
import Synchronization
import Testing

@testable import Rollout
@testable import System

struct HearingTests {
    static let plan: Plan = {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.regions.standby = "us-west-2"
        return plan
    }()

    static func place(_ words: String) -> Heard.Place {
        let parts = words.split(separator: "/").map(String.init)
        return Heard.Place(account: parts[0], region: parts[1])
    }

    private static let places = [
        "111122223333/eu-west-1", "111122223333/us-east-1", "123456789012/eu-west-1",
    ]

    private func listen(
        _ hub: FakeHub, _ places: [String] = places, plan: Plan = plan,
        within limit: Duration = .seconds(60), _ narrator: Narrator = .silent
    ) async throws -> (Heard, FakeCloud) {
        let cloud = FakeCloud { hub.answer($0) }
        let hearing = Hearing(
            plan: plan, site: .fake(cloud), expected: Set(places.map(Self.place)))
        return (try await hearing.listen(within: limit, narrator), cloud)
    }

    @Test func `what comes out of the topic is heard and deleted`() async throws {
        let hub = FakeHub()
        let (heard, cloud) = try await listen(hub)
        #expect(heard.isWhole)
        #expect(Set(heard.heard.keys) == Set(Self.places.map(Self.place)))
        #expect(heard.missing.isEmpty)
        #expect(heard.standby?.region == "us-west-2")
        #expect(hub.left == 0)
        #expect(hub.orders == [Self.places])
        #expect(CanarySession.isRun(heard.run))
        #expect(cloud.calls.allSatisfy { ["eu-west-1", "us-west-2"].contains($0.region) })
    }

    @Test func `canaries are ordered in portions that take half a minute each`() async throws {
        let places = (0..<700).map { "111122223333/r-\($0 + 1_000)" }
        let hub = FakeHub()
        let (heard, _) = try await listen(hub, places)
        #expect(heard.isWhole)
        #expect(hub.orders.map(\.count) == [300, 300, 100])
    }

    @Test func `each miss says how far its canary came`() async throws {
        let places = (1...4).map { "111122223333/r-\($0)" }
        let hub = FakeHub(
            FakeHub.Faults(
                notSent: [places[0]: "sts AssumeRole failed: AccessDenied"], lost: [places[1]],
                notPublished: [places[2]]))
        let (heard, cloud) = try await listen(hub, places)
        #expect(!heard.isWhole)
        #expect(Array(heard.heard.keys) == [Self.place(places[3])])
        #expect(
            heard.missing == [
                Self.place(places[0]): .notSent("sts AssumeRole failed: AccessDenied"),
                Self.place(places[1]): .lost, Self.place(places[2]): .notPublished,
            ])
        #expect(heard.standby?.missing == [Self.place(places[1])])
        #expect(cloud.machine.elapsed >= .seconds(60))
    }

    @Test func `nobody waits for what was not sent`() async throws {
        let hub = FakeHub(FakeHub.Faults(notSent: [Self.places[0]: "AccessDenied"]))
        let (heard, cloud) = try await listen(hub)
        #expect(heard.missing == [Self.place(Self.places[0]): .notSent("AccessDenied")])
        #expect(cloud.machine.elapsed < .seconds(30))
    }

    @Test func `the standby Region's hub must record them, too`() async throws {
        let hub = FakeHub(FakeHub.Faults(unknownToStandby: [Self.places[1]]))
        let (heard, _) = try await listen(hub)
        #expect(heard.missing.isEmpty && !heard.isWhole)
        #expect(heard.standby?.missing == [Self.place(Self.places[1])])
    }

    @Test func `without a standby Region nobody asks for it`() async throws {
        var plan = Self.plan
        plan.regions.standby = nil
        let (heard, cloud) = try await listen(FakeHub(), plan: plan)
        #expect(heard.isWhole && heard.standby == nil)
        #expect(cloud.calls.allSatisfy { $0.region == "eu-west-1" })
    }

    @Test func `another deployment's canaries are left to it, unless they are old`() async throws {
        let hub = FakeHub()
        let place = Self.places[0]
        let theirs = FakeHub.alert("ffffffffffffffff", place)
        hub.add(theirs)
        hub.add(#"{"kind":"console_sign_in"}"#)
        hub.add("no alert")
        hub.add(theirs, sentAt: FakeHub.start - 3_600)
        let (heard, _) = try await listen(hub)
        #expect(heard.isWhole)
        #expect(hub.left == 3)
    }

    @Test func `a canceled run returns what it has`() async throws {
        let hub = FakeHub(FakeHub.Faults(lost: [Self.places[1]]))
        let task = Task { try await listen(hub, Self.places, within: .seconds(86_400)) }
        task.cancel()
        let (heard, cloud) = try await task.value
        #expect(!heard.isWhole && heard.heard.count + heard.missing.count == 3)
        #expect(cloud.machine.elapsed < .seconds(60))
    }

    @Test func `a person sees what is waited for`() async throws {
        let hub = FakeHub(FakeHub.Faults(lost: [Self.places[1], Self.places[2]]))
        let lines = Mutex<[String]>([])
        let narrator = Narrator(
            say: { _ in }, note: { _ in }, progress: { line in lines.withLock { $0.append(line) } })
        _ = try await listen(hub, Self.places, narrator)
        #expect(
            lines.withLock { $0 }.contains(
                "heard 1 of 3, waiting for 111122223333/us-east-1 and 1 more"))
        #expect(lines.withLock { $0.last } == "")
    }

    static let obstacles: [(String, Response, String)] = [
        (
            "GetQueueUrl",
            Response(
                status: 400,
                body: Array(#"{"__type":"com.amazonaws.sqs#QueueDoesNotExist"}"#.utf8)),
            "breakglass-canaries: does not exist"
        ),
        ("GetQueueUrl", .refused("AccessDenied", status: 403), "breakglass-canaries"),
        (invoke, lambdaError("ResourceNotFoundException", 404), "drift-checker: does not exist"),
        (invoke, lambdaError("AccessDeniedException", 403), "AccessDenied"),
        (
            invoke,
            {
                var response = Response.item(#"{"errorMessage":"the task is unknown"}"#)
                response.headers[HTTPField.Name("X-Amz-Function-Error") ?? .date] = "Unhandled"
                return response
            }(), "failed: the task is unknown"
        ),
        (invoke, .item(#"{"result":"canaries_sent","sent":34}"#), "code of another release"),
        ("ReceiveMessage", .refused("AccessDenied", status: 403), "breakglass-canaries"),
    ]

    private static let invoke =
        "POST /2015-03-31/functions/breakglass-drift-checker/invocations"

    private static func lambdaError(_ code: String, _ status: Int) -> Response {
        var response = Response(status: status, body: Array(#"{"Message":"no"}"#.utf8))
        response.headers[HTTPField.Name("X-Amzn-ErrorType") ?? .date] = code
        return response
    }

    @Test(arguments: obstacles)
    func `what keeps everything from being heard is said at once`(
        operation: String, answer: Response, words: String
    ) async throws {
        var faults = FakeHub.Faults()
        faults.answers[operation] = answer
        let hub = FakeHub(faults)
        let cloud = FakeCloud { hub.answer($0) }
        let hearing = Hearing(
            plan: Self.plan, site: .fake(cloud), expected: Set(Self.places.map(Self.place)))
        let obstacle = await #expect(throws: Obstacle.self) {
            try await hearing.listen(within: .seconds(600), .silent)
        }
        #expect("\(try #require(obstacle))".contains(words))
        #expect(obstacle?.account == "123456789012" && obstacle?.region == "eu-west-1")
        #expect(cloud.machine.elapsed < .seconds(60))
    }

    @Test func `a standby table that cannot be read is an obstacle`() async throws {
        let hub = FakeHub()
        let cloud = FakeCloud { call in
            call.region == "us-west-2"
                ? Response(
                    status: 400, body: Array(#"{"__type":"x#ResourceNotFoundException"}"#.utf8))
                : hub.answer(call)
        }
        let hearing = Hearing(
            plan: Self.plan, site: .fake(cloud), expected: Set(Self.places.map(Self.place)))
        let heard = try await hearing.listen(within: .seconds(60), .silent)
        #expect(heard.heard.count == 3 && !heard.isWhole)
        #expect(heard.standby?.obstacle?.region == "us-west-2")
    }
}

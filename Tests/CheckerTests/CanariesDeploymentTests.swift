import FakeAWS
import FakeWorld
import Logging
import Testing

@testable import AccessPlan
@testable import Checker
@testable import HTTP
@testable import System
@testable import Text

struct CanariesDeploymentTests {
    private static let plan: Plan = {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.accounts = [
            Plan.Account(number: 1, id: "111122223333", name: "production", roles: ["RO"])
        ]
        return plan
    }()

    private static let run = "0123456789abcdef"

    private func send(
        _ order: CanaryOrder, within time: Duration = .seconds(60), to cloud: FakeCloud
    ) async -> Canaries.Outcome {
        await Canaries(
            plan: Self.plan, client: cloud.client, own: FakeCloud.caller(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ).send(order, before: cloud.machine.deadline(after: time))
    }

    private static func place(_ words: String) -> CanaryOrder.Place {
        let parts = words.split(separator: "/").map(String.init)
        return CanaryOrder.Place(account: parts[0], region: parts[1])
    }

    private static let session = Response(
        status: 200,
        body: Array(
            """
            <AssumeRoleResponse><AssumeRoleResult><AssumedRoleUser><Arn>arn:aws:sts::1:x</Arn>\
            </AssumedRoleUser><Credentials><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>s\
            </SecretAccessKey><SessionToken>t</SessionToken>\
            <Expiration>2026-07-01T13:00:00Z</Expiration></Credentials></AssumeRoleResult>\
            </AssumeRoleResponse>
            """.utf8))

    @Test func `each place gets one, through its own Region and under the run's name`() async {
        let cloud = FakeCloud { _ in Self.session }
        let places = ["111122223333/eu-west-1", "111122223333/us-east-1", "123456789012/eu-west-1"]
        let outcome = await send(
            CanaryOrder(run: Self.run, places: places.map(Self.place)), to: cloud)
        #expect(outcome == Canaries.Outcome(run: Self.run, sent: 3))
        #expect(cloud.calls.map(\.region).sorted() == ["eu-west-1", "eu-west-1", "us-east-1"])
        #expect(
            cloud.calls.allSatisfy {
                $0.action == "AssumeRole" && $0.body.contains("break-glass-canary-\(Self.run)")
                    && $0.body.contains("BreakGlassCanary")
            })
    }

    @Test func `ten a second are sent, so that alerts find the publisher free`() async {
        let cloud = FakeCloud { _ in Self.session }
        let place = Self.place("111122223333/eu-west-1")
        let outcome = await send(
            CanaryOrder(run: Self.run, places: Array(repeating: place, count: 101)), to: cloud)
        #expect(outcome.sent == 101)
        #expect(cloud.machine.elapsed >= .seconds(10))
    }

    @Test func `what was not sent is named with its reason`() async throws {
        let cloud = FakeCloud { call in
            call.region == "us-east-1" ? .refused("AccessDenied", status: 403) : Self.session
        }
        let places = ["111122223333/eu-west-1", "111122223333/us-east-1", "444455556666/eu-west-1"]
        let outcome = await send(
            CanaryOrder(run: Self.run, places: places.map(Self.place)), to: cloud)
        #expect(outcome.sent == 1)
        let answer = try #require(JSON(outcome.json))
        #expect(answer["result"]?.string == "canaries_sent")
        #expect(answer["run"]?.string == Self.run)
        let notSent = try #require(answer["notSent"]?.object)
        #expect(notSent.keys.sorted() == Array(places.suffix(2)))
        #expect(notSent["111122223333/us-east-1"]?.string?.contains("AccessDenied") == true)
        #expect(notSent["444455556666/eu-west-1"]?.string == "the plan has no such account")
    }

    @Test func `without places every enabled Region of every account gets one`() async {
        let cloud = FakeCloud { call in
            if call.action == "AssumeRole" { return Self.session }
            return call.body.contains("NextToken")
                ? .refused("ValidationException")
                : .item(#"{"Regions":[{"RegionName":"eu-west-1","RegionOptStatus":"ENABLED"}]}"#)
        }
        let outcome = await send(CanaryOrder(run: Self.run), to: cloud)
        #expect(outcome == Canaries.Outcome(run: Self.run, sent: 2))
    }

    @Test func `an account whose Regions are not known is named`() async {
        let cloud = FakeCloud { call in
            call.action == "AssumeRole" ? .refused("AccessDenied", status: 403) : .item("{}")
        }
        let outcome = await send(CanaryOrder(run: Self.run), to: cloud)
        #expect(outcome.sent == 0)
        #expect(outcome.notSent.keys.sorted() == ["111122223333", "123456789012"])
    }
}

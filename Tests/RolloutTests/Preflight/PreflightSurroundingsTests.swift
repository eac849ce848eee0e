import AccessPlan
import Deployment
import FakeAWS
import HTTP
import Testing

@testable import Rollout

@Suite struct PreflightSurroundingsTests {
    private func survey(
        _ change: @escaping @Sendable (FakeCloud.Call) -> Response? = { _ in nil }
    ) async throws -> [PreflightAnswer] {
        let account = FakeAccount { change($0) ?? Self.inOrder($0) }
        return try await Preflight.survey(
            FakeAccount.source(FakeAccount.plan), Sites(emergency: account.site()),
            DeployOptions(), .silent)
    }

    private static func inOrder(_ call: FakeCloud.Call) -> Response? {
        switch call.action {
        case "POST /listRegions":
            .item(#"{"Regions": [{"RegionName": "eu-west-1", "RegionOptStatus": "ENABLED"}]}"#)
        case "GetCallerIdentity":
            .xml(
                "GetCallerIdentity",
                """
                <Account>\(FakeAccount.number)</Account>\
                <Arn>arn:aws:iam::\(FakeAccount.number):role/Rollout</Arn>
                """)
        case "DescribeOrganization": .error("AWSOrganizationsNotInUseException")
        case "DescribeTrails": .item(#"{"trailList": []}"#)
        default: nil
        }
    }

    @Test func `everything is asked, Regions and the trail included`() async throws {
        let answers = try await survey()
        for answer in answers {
            #expect([.yes, .notNeeded].contains(answer.verdict), "\(answer)")
        }
        let trail = try #require(answers.first { $0.question == .trail })
        #expect(trail.fact == "the stack breakglass-trail creates it")
        let regions = answers.filter { $0.question == .regions }
        #expect(regions.map(\.fact) == ["5 Regions get rules"])
    }

    @Test func `where Regions cannot be read, the rest is asked all the same`() async throws {
        let answers = try await survey {
            $0.action == "POST /listRegions" ? .error("AccessDeniedException", status: 403) : nil
        }
        let regions = answers.filter { $0.question == .regions }
        #expect(regions.map(\.verdict) == [.unknown])
        #expect(answers.contains { $0.question == .permissions && $0.verdict == .yes })
    }

    @Test func `a hub in a Region that is off stops the deployment`() async throws {
        let answers = try await survey {
            $0.action == "POST /listRegions"
                ? .item(
                    #"{"Regions": [{"RegionName": "eu-west-1", "RegionOptStatus": "DISABLED"}]}"#)
                : nil
        }
        let stopping = answers.filter { $0.stops }
        #expect(stopping.map(\.question) == [.regions])
        #expect(stopping.map(\.region) == ["eu-west-1"])
    }
}

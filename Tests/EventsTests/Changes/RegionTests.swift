import AccessPlan
import Samples
import Testing

@testable import Alerts
@testable import Events

@Suite struct RegionTests {
    static func account(_ name: String, _ request: String) -> TestEvent {
        TestEvent("account", name, request).at("us-east-1")
    }

    static let rows: [Row] = [
        .due(
            "a Region is enabled in the emergency access account",
            account("EnableRegion", #"{"RegionName":"af-south-1"}"#)),
        .due(
            "a Region is disabled for a planned account, from the management account",
            account("DisableRegion", #"{"RegionName":"af-south-1","AccountId":"111122223333"}"#)
                .in("444455556666")),
        .notDue(
            "a Region is enabled for another account",
            account("EnableRegion", #"{"RegionName":"af-south-1","AccountId":"777788889999"}"#)
                .in("444455556666")),
        .due(
            "root's e-mail address of a planned account is changed from outside",
            account("AcceptPrimaryEmailUpdate", #"{"AccountId":"111122223333"}"#)
                .in("444455556666")),
        .notDue(
            "root's e-mail address of another account is changed",
            account("StartPrimaryEmailUpdate", #"{"AccountId":"777788889999"}"#)
                .in("444455556666")),
    ]

    @Test(arguments: rows)
    func `changes of Regions and of root's address raise alerts in watched accounts`(row: Row) {
        let alert = row.event.alert()
        #expect(alert.due == row.due)
        #expect((alert.kind == .tamper) == row.due)
    }

    static func status(_ account: String, _ status: String = "ENABLED") -> [UInt8] {
        Array(
            """
            {"version":"0","id":"11112222-0001","detail-type":"Region Opt-In Status Change",\
            "source":"aws.account","account":"\(account)","time":"2026-07-01T12:00:00Z",\
            "region":"us-east-1","resources":["arn:aws:account::\(account):account"],\
            "detail":{"accountId":"\(account)","regionName":"ap-east-1","status":"\(status)"}}
            """.utf8)
    }

    @Test(arguments: ["ENABLING", "ENABLED", "DISABLING", "DISABLED"])
    func `a change of opt-in status is told with its Region`(status: String) {
        let reader = EventReader(plan: TestPlan.plan)
        let alert = reader.alert(from: Self.status("111122223333", status), now: 1_782_907_500)
        #expect(alert.due)
        #expect(alert.kind == .tamper)
        #expect(alert.resource == Alert.Resource(type: .region, arn: "ap-east-1"))
        #expect(alert.account.target == "111122223333")
        #expect(alert.eventTime == "2026-07-01T12:00:00Z")
        #expect(alert.id == "11112222-0001")
        #expect(!reader.alert(from: Self.status("777788889999"), now: 0).due)
    }
}

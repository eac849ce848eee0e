import AccessPlan
import Deployment
import Testing

@Suite struct StackSetInstancesTests {
    /// Accounts, each with the Regions that get rules.
    private static let covered = [
        "111111111111": ["ap-east-1", "eu-west-1", "us-east-2"], "222222222222": ["eu-west-1"],
        "333333333333": ["eu-west-1", "us-east-2"],
    ]

    private typealias Place = StackSetInstances.Place

    /// Compares places like `111111111111 eu-west-1` with what should be there.
    private func instances(
        _ present: [String] = [], accounts: Set<String>? = nil, region: String? = nil
    ) -> StackSetInstances {
        let meant = Self.covered.filter { accounts?.contains($0.key) ?? true }
        let wanted = meant.flatMap { account, regions in
            (region.map { [$0] } ?? regions).map { Place(account: account, region: $0) }
        }
        return StackSetInstances(
            wanted: Set(wanted),
            present: Set(
                present.map {
                    Place(account: String($0.prefix(12)), region: String($0.dropFirst(13)))
                }), reachable: Set(Self.covered.keys), isForAll: accounts == nil)
    }

    private func lines(
        _ present: [String] = [], accounts: Set<String>? = nil, region: String? = nil
    ) -> [String] {
        instances(present, accounts: accounts, region: region).operations.map { one in
            let names = one.accounts.isEmpty ? "-" : one.accounts.joined(separator: ",")
            return "\(one.kind.rawValue) | \(one.filter.rawValue) | \(names) | "
                + one.regions.joined(separator: " ")
        }
    }

    @Test func `a Region goes to all, to all but some, or to some`() {
        #expect(
            lines() == [
                "create | INTERSECTION | 111111111111 | ap-east-1",
                "create | NONE | - | eu-west-1",
                "create | DIFFERENCE | 222222222222 | us-east-2",
            ])
    }

    @Test func `what is there is left alone, and what is missing is named`() {
        let there = [
            "111111111111 ap-east-1", "111111111111 eu-west-1", "222222222222 eu-west-1",
            "222222222222 us-east-2", "111111111111 us-east-2",
        ]
        #expect(lines(there) == ["create | INTERSECTION | 333333333333 | eu-west-1 us-east-2"])
        let found = instances(there)
        #expect(found.ignored == [Place(account: "222222222222", region: "us-east-2")])
        #expect(found.made.map(\.account) == ["333333333333", "333333333333"])
        #expect(found.kept.count == 4)
    }

    @Test func `roles go to planned accounts alone, and leave those that are not planned`() {
        let there = [
            "222222222222 eu-west-1", "333333333333 eu-west-1", "999999999999 eu-west-1",
        ]
        let found = instances(
            there, accounts: ["111111111111", "222222222222"], region: "eu-west-1")
        #expect(
            lines(there, accounts: ["111111111111", "222222222222"], region: "eu-west-1") == [
                "delete | INTERSECTION | 333333333333 | eu-west-1",
                "create | INTERSECTION | 111111111111 | eu-west-1",
            ])
        // An account that has left the organization cannot be told anything.
        #expect(found.deleted == [Place(account: "333333333333", region: "eu-west-1")])
    }

    @Test func `nothing is left to do the second time`() {
        let there = Self.covered.keys.map { "\($0) eu-west-1" }
        #expect(lines(there, region: "eu-west-1").isEmpty)
    }

    @Test func `an account is out of reach as a whole, and so is the management account`() {
        let regions: [String: RegionStatus] = [
            "eu-west-1": .enabled, "us-east-1": .enabledByDefault, "us-east-2": .enabledByDefault,
            "eu-north-1": .enabledByDefault, "ap-southeast-2": .enabledByDefault,
        ]
        var accounts = ["111111111111", "444444444444", "555555555555"].map {
            RegionMatrix.Account(id: $0, regions: regions)
        }
        accounts[2].unreached = "it is outside of ou-1"
        let matrix = RegionMatrix(
            Plan(organization: "example", emergencyAccount: "111111111111", home: "eu-west-1"),
            accounts: accounts, policies: nil, on: "2026-11-30")
        let found = StackSetInstances(
            matrix, present: [], accounts: nil, region: "eu-west-1", management: "444444444444")
        #expect(found.made == [Place(account: "111111111111", region: "eu-west-1")])
        #expect(matrix.places.count == 10)
    }
}

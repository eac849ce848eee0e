import AccessPlan
import Deployment
import Testing

/// An organization of a root, one unit and three accounts.
enum SampleOrganization {
    static let emergency = "123456789012"
    static let production = "111122223333"
    static let management = "444455556666"

    static var plan: Plan {
        var plan = Plan(organization: "example", emergencyAccount: emergency, home: "eu-west-1")
        plan.regions.standby = "us-west-2"
        plan.accounts = [
            Plan.Account(number: 1, id: production, name: "production", roles: ["RO"], groups: [:])
        ]
        return plan
    }

    /// Usual Regions, and those that the account enabled.
    static func account(_ id: String, enabled: [String] = []) -> RegionMatrix.Account {
        var regions: [String: RegionStatus] = [
            "us-east-1": .enabledByDefault, "us-east-2": .enabledByDefault,
            "eu-north-1": .enabledByDefault, "ap-southeast-2": .enabledByDefault,
            "eu-west-1": .enabledByDefault, "us-west-2": .enabledByDefault,
            "ap-east-1": .disabled, "eu-south-1": .disabled,
        ]
        for region in enabled { regions[region] = .enabled }
        var account = RegionMatrix.Account(id: id, regions: regions)
        if id != management { account.deployer = plan.stackSetRole(in: id) }
        return account
    }

    static let parents = [
        "ou-work": "r-root", emergency: "ou-work", production: "ou-work", management: "r-root",
    ]

    static let full = PolicyTree.Policy(
        id: "p-FullAWSAccess", name: "FullAWSAccess",
        text:
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#
    )

    /// A tree with one more policy on the unit.
    static func tree(_ text: String?, on target: String = "ou-work") -> PolicyTree {
        PolicyTree(
            [full, PolicyTree.Policy(id: "p-deny", name: "Regions", text: text)],
            targets: [
                "p-FullAWSAccess": ["r-root", "ou-work", emergency, production, management],
                "p-deny": [target],
            ], parents: parents)
    }

    /// As AWS Control Tower writes it.
    static func regionDeny(
        allowed: [String], exempt: [String] = ["arn:*:iam::*:role/AWSControlTowerExecution"]
    ) -> String {
        func list(_ texts: [String]) -> String {
            texts.map { "\"\($0)\"" }.joined(separator: ",")
        }
        return """
            {"Version": "2012-10-17", "Statement": [{"Sid": "GRREGIONDENY", "Effect": "Deny",
             "NotAction": ["iam:*", "organizations:*", "sts:*", "account:*"], "Resource": "*",
             "Condition": {"StringNotEquals": {"aws:RequestedRegion": [\(list(allowed))]},
               "ArnNotLike": {"aws:PrincipalARN": [\(list(exempt))]}}}]}
            """
    }
}

@Suite struct RegionMatrixTests {
    private typealias Sample = SampleOrganization
    private static let most = [
        "us-east-1", "eu-north-1", "ap-southeast-2", "eu-west-1", "us-west-2",
    ]

    private func matrix(
        _ accounts: [RegionMatrix.Account], _ policies: PolicyTree? = nil, plan: Plan = Sample.plan,
        skipped: Set<String> = []
    ) -> RegionMatrix {
        RegionMatrix(
            plan, accounts: accounts, policies: policies, on: "2026-07-01", skipped: skipped)
    }

    private func state(
        _ account: String, _ region: String, _ matrix: RegionMatrix
    ) -> RegionMatrix.State? {
        matrix.cells.first { $0.account == account && $0.region == region }?.state
    }

    @Test func `a Region that one member enabled is covered there and nowhere else`() {
        let matrix = matrix([
            Sample.account(Sample.emergency),
            Sample.account(Sample.production, enabled: ["ap-east-1"]),
        ])
        #expect(state(Sample.production, "ap-east-1", matrix) == .covered(unless: nil))
        #expect(state(Sample.emergency, "ap-east-1", matrix) == .off)
        #expect(matrix.gaps.isEmpty)
    }

    @Test func `a Region deny binds stack sets, and not the management account`() {
        let matrix = matrix(
            [
                Sample.account(Sample.emergency), Sample.account(Sample.production),
                Sample.account(Sample.management),
            ], Sample.tree(Sample.regionDeny(allowed: Self.most), on: "r-root"))
        let denied = RegionMatrix.State.denied(by: "policy p-deny (Regions)")
        #expect(state(Sample.production, "us-east-2", matrix) == denied)
        #expect(state(Sample.emergency, "us-east-2", matrix) == denied)
        #expect(state(Sample.management, "us-east-2", matrix) == .covered(unless: nil))
        #expect(state(Sample.production, "eu-west-1", matrix) == .covered(unless: nil))
        let gaps = matrix.gaps
        #expect(gaps.map(\.resource) == ["*/us-east-2"])
        #expect(gaps[0].isLoud && gaps[0].accounts == [Sample.emergency, Sample.production])
        let words = gaps[0].words(Sample.plan, until: "2026-12-28")
        #expect(words.hasPrefix("NOBODY HEARS SIGN-INS recorded in us-east-2 of 123456789012"))
        #expect(
            words.contains(
                #"waivers: [ { check: rules-exist-in-every-region, resource: "*/us-east-2", "#))
    }

    @Test func `an exemption of stack sets closes the gap`() {
        let text = Sample.regionDeny(
            allowed: Self.most, exempt: ["arn:aws:iam::*:role/stacksets-exec-*"])
        #expect(matrix([Sample.account(Sample.production)], Sample.tree(text)).gaps.isEmpty)
    }

    @Test func `a waived gap is said with its reason, and an ended waiver does not count`() {
        var plan = Sample.plan
        let accounts = [Sample.account(Sample.production)]
        let policies = Sample.tree(Sample.regionDeny(allowed: Self.most))
        for (resource, until, isWaived) in [
            ("111122223333/us-east-2", "2026-07-01", true), ("*/us-east-2", "2027-01-31", true),
            ("111122223333/us-east-2", "2026-06-30", false), ("*/us-east-1", "2027-01-31", false),
            ("123456789012/us-east-2", "2027-01-31", false),
        ] {
            plan.waivers = [
                Plan.Waiver(
                    check: Plan.regionCheck, resource: resource, reason: "Control Tower",
                    until: until)
            ]
            let gaps = matrix(accounts, policies, plan: plan).gaps
            #expect(gaps.map { $0.waiver != nil } == [isWaived], "\(resource) \(until)")
            let words = gaps[0].words(plan, until: "2026-12-28")
            #expect(words.contains("waived until \(until): Control Tower") == isWaived)
        }
    }

    @Test func `without a policy that can be read, a waived Region is left out`() {
        var plan = Sample.plan
        plan.waivers = [
            Plan.Waiver(
                check: Plan.regionCheck, resource: "*/us-east-2", reason: "r", until: "2027-01-31")
        ]
        let accounts = [Sample.account(Sample.production)]
        #expect(state(Sample.production, "us-east-2", matrix(accounts, plan: plan)) == .waived)
        let open = Sample.tree(nil)
        #expect(
            state(Sample.production, "us-east-2", matrix(accounts, open, plan: plan)) == .waived)
        // A policy that allows it: the waiver is not needed any more.
        let free = Sample.tree(Sample.full.text)
        #expect(
            state(Sample.production, "us-east-2", matrix(accounts, free, plan: plan))
                == .covered(unless: nil))
    }

    @Test func `Regions that cannot be read are said and not guessed`() {
        var unread = RegionMatrix.Account(id: Sample.production, regions: nil)
        unread.unread = "AccessDenied"
        let matrix = matrix([
            Sample.account(Sample.emergency, enabled: ["ap-east-1"]), unread,
        ])
        // What is enabled by default is so in every account.
        #expect(state(Sample.production, "eu-west-1", matrix) == .covered(unless: nil))
        let unknown = RegionMatrix.State.unknown(because: "AccessDenied")
        #expect(state(Sample.production, "ap-east-1", matrix) == unknown)
        #expect(state(Sample.production, "eu-south-1", matrix) == unknown)
        #expect(matrix.gaps.map(\.resource) == ["111122223333/*"])
        let words = matrix.gaps[0].words(Sample.plan, until: "2026-12-28")
        #expect(words.contains("--service-principal account.amazonaws.com"))
    }

    @Test func `a planned account out of reach is a gap, another one is none`() {
        var account = Sample.account(Sample.production)
        account.unreached = "it is outside of ou-other"
        #expect(matrix([account]).gaps.map(\.resource) == ["111122223333/*"])
        var other = Sample.account("777788889999")
        other.unreached = "it is outside of ou-other"
        #expect(matrix([other]).gaps.isEmpty)
    }

    @Test func `the operator may skip a Region, and what is off stays off`() {
        let matrix = matrix(
            [Sample.account(Sample.production)], skipped: ["us-west-2", "ap-east-1"])
        #expect(state(Sample.production, "us-west-2", matrix) == .skipped)
        #expect(state(Sample.production, "ap-east-1", matrix) == .off)
        #expect(matrix.gaps.isEmpty)
    }

    @Test func `a Region that is being enabled is a gap until it is`() {
        var account = Sample.account(Sample.production)
        account.regions?["ap-east-1"] = .enabling
        #expect(matrix([account]).gaps.map(\.resource) == ["111122223333/ap-east-1"])
    }

    @Test func `sign-in Regions are expected although nobody names them`() {
        let account = RegionMatrix.Account(
            id: Sample.production, regions: ["eu-west-1": .enabledByDefault])
        let regions = matrix([account]).cells.map(\.region)
        #expect(regions == ["ap-southeast-2", "eu-north-1", "eu-west-1", "us-east-1", "us-east-2"])
        var plan = Plan(
            organization: "e", emergencyAccount: Sample.emergency, home: "us-gov-west-1")
        plan.partition = "aws-us-gov"
        let gov = matrix([RegionMatrix.Account(id: Sample.emergency, regions: [:])], plan: plan)
        #expect(gov.cells.map(\.region) == ["us-gov-east-1", "us-gov-west-1"])
    }

    @Test func `the summary counts the Regions of each account by state`() {
        let summary = matrix([Sample.account(Sample.production)]).summary
        #expect(summary == ["111122223333  production  6 covered, 2 off"])
    }
}

package import AccessPlan

/// Plans of every size, each the same for the same seed: what somebody might write, short of what the
/// plan reader refuses.
package struct RandomPlan {
    private var state: UInt64

    package init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    /// The plan of the seed.
    package mutating func plan() -> Plan {
        let isGov = one(in: 4)
        let partition = isGov ? "aws-us-gov" : "aws"
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012",
            home: isGov ? "us-gov-west-1" : any(["eu-west-1", "us-east-1", "ap-southeast-3"]))
        plan.partition = partition
        if one(in: 2) { plan.regions.standby = isGov ? "us-gov-east-1" : "us-west-2" }
        plan.breakGlassUsers = (0..<number(0, 4)).map { "U\($0)" + word(0, 62) }
        if !one(in: 5) { plan.identityProvider = provider() }
        plan.roles = (0..<number(1, 6)).map { index in
            Plan.Access(
                name: "A\(index)" + word(0, 30),
                managedPolicies: (0..<number(0, 10)).map { "P\($0)" + word(0, 60) })
        }
        plan.breakGlassRole.managedPolicies = (0..<number(1, 10)).map { "B\($0)" + word(0, 40) }
        plan.accounts = accounts(plan.roles.map(\.name))
        if one(in: 2) { plan.administrators = administrators(partition) }
        if one(in: 2) {
            let kinds = Self.guarded(partition)
            plan.guarded = (0..<number(1, 60)).compactMap { index in
                try? ARN(any(kinds) + "\(index)" + word(0, 25))
            }
        }
        return plan
    }

    private mutating func provider() -> Plan.IdentityProvider {
        var provider = Plan.IdentityProvider(
            kind: any(Plan.IdentityProvider.Kind.allCases), samlProvider: "S" + word(0, 127))
        if one(in: 2) { provider.app = "0oa" + word(10, 40) }
        if one(in: 3) { provider.groupName = word(0, 60) + " {role} of {account}" }
        if one(in: 3) { provider.signingKey = any(["alias/client", "1234abcd-12ab-34cd-56ef-12"]) }
        return provider
    }

    private mutating func accounts(_ roles: [String]) -> [Plan.Account] {
        let count = any([0, 1, 3, number(2, 100), number(100, 1_000), 1_000])
        // A role per account and kind, as long as one account holds them all.
        let sharing = max(1, count * roles.count / 4_000 + 1, one(in: 3) ? number(1, 40) : 1)
        return (0..<count).map { index in
            let own = roles.filter { _ in !one(in: 5) }
            return Plan.Account(
                number: index / sharing + 1, id: "\(200_000_000_000 + index)", name: "a\(index)",
                roles: own,
                groups: Dictionary(
                    uniqueKeysWithValues: own.map { ($0, "00g\(index / sharing)\($0)") }))
        }
    }

    private mutating func administrators(_ partition: String) -> Plan.Administrators {
        func arn(_ name: String) -> ARN? {
            try? ARN("arn:\(partition):iam::123456789012:role/\(name)")
        }
        var some = Plan.Administrators()
        some.rollout = arn("Rollout" + word(0, 50))
        some.custodians = (0..<number(0, 3)).compactMap { arn("C\($0)" + word(0, 50)) }
        some.revoker = one(in: 2) ? arn("Revoker" + word(0, 50)) : nil
        return some
    }

    /// Resources of each kind that can be guarded, without the end of their names.
    private static func guarded(_ partition: String) -> [String] {
        [
            "iam::200000000000:role/", "iam::200000000000:user/", "iam::200000000000:group/",
            "iam::200000000000:policy/", "iam::200000000000:saml-provider/",
            "sns:us-west-2:200000000000:", "sqs:us-west-2:200000000000:", "s3:::",
            "lambda:us-west-2:200000000000:function:", "dynamodb:us-west-2:200000000000:table/",
            "kms:us-west-2:200000000000:key/", "kms:us-west-2:200000000000:alias/",
            "events:us-west-2:200000000000:rule/", "cloudtrail:us-west-2:200000000000:trail/",
            "cloudformation:us-west-2:200000000000:stack/",
            "logs:us-west-2:200000000000:log-group:", "ec2:us-west-2:200000000000:instance/i-",
        ].map { "arn:\(partition):\($0)" }
    }

    private mutating func word(_ least: Int, _ most: Int) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        return String((0..<number(least, most)).map { _ in any(letters) })
    }

    private mutating func any<T>(_ choices: [T]) -> T { choices[number(0, choices.count - 1)] }

    private mutating func one(in count: Int) -> Bool { number(1, count) == 1 }

    /// SplitMix64: the same numbers on every machine.
    private mutating func number(_ least: Int, _ most: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return least + Int(mixed % UInt64(most - least + 1))
    }
}

public import Templates

/// How much a deployment creates in the accounts that it has credentials for, and every rule's pattern.
public struct PlannedResources: Sendable, Hashable {
    /// An account and a Region.
    public struct Spot: Sendable, Hashable, Comparable {
        /// Twelve digits.
        public let account: String
        /// The Region's name.
        public let region: String

        /// Names a spot.
        public init(_ account: String, _ region: String) {
            self.account = account
            self.region = region
        }

        /// By account, then by Region.
        public static func < (one: Spot, other: Spot) -> Bool {
            (one.account, one.region) < (other.account, other.region)
        }
    }

    /// A rule's pattern as EventBridge is given it.
    public struct RulePattern: Sendable, Hashable {
        /// The rule's name.
        public let rule: String
        /// JSON text.
        public let pattern: String
    }

    /// The names of the stacks in each place.
    public private(set) var stacks: [Spot: Set<String>] = [:]

    /// The rules on the default bus of each place, by name.
    public private(set) var rules: [Spot: Set<String>] = [:]

    /// The names of the identities in each account; one without a name of its own counts by its
    /// logical id.
    public private(set) var identities: [String: [IdentityKind: Set<String>]] = [:]

    /// The types of resource in each account that the caller's own permissions create: stack sets have a
    /// role of their own.
    public private(set) var types: [String: Set<String>] = [:]

    /// The names of the service control policies by what they are attached to.
    public private(set) var policies: [String: Set<String>] = [:]

    /// Every pattern of a rule, once.
    public private(set) var patterns: [RulePattern] = []

    /// Counts.
    /// - Parameters:
    ///   - wanted: what the plan asks for.
    ///   - accounts: those that there are credentials for.
    ///   - covered: the Regions that get rules, by account.
    ///   - partition: the plan's partition.
    /// - Throws: `ResolutionError` where CloudFormation would not make a stack.
    public init(
        _ wanted: Wanted, in accounts: Set<String>, covered: [String: [String]], partition: String
    ) throws(ResolutionError) {
        for stack in wanted.stacks {
            let spot = Spot(stack.place.account, stack.place.region)
            stacks[spot, default: []].insert(stack.name)
            let resources = try resources(
                stack.template, stack.name, stack.parameters, in: stack.place)
            types[spot.account, default: []].formUnion(resources.map(\.type))
            count(resources, of: stack.name, in: spot)
        }
        for set in wanted.sets {
            let reached = covered.keys.sorted().filter { set.accounts?.contains($0) ?? true }
            // The patterns of all other accounts are those of one of them.
            let sample = reached.first { !accounts.contains($0) }
            for account in reached where accounts.contains(account) || account == sample {
                let regions = set.region.map { [$0] } ?? covered[account] ?? []
                for region in account == sample ? Array(regions.prefix(1)) : regions {
                    let place = TemplateStack.Place(
                        account: account, region: region, partition: partition)
                    let resources = try resources(
                        set.template, set.name, set.parameters, in: place)
                    guard account != sample else {
                        addPatterns(resources)
                        continue
                    }
                    let spot = Spot(account, region)
                    stacks[spot, default: []].insert(set.name)
                    count(resources, of: set.name, in: spot)
                }
            }
        }
    }

    private func resources(
        _ template: StackTemplate, _ name: String, _ parameters: [String: String],
        in place: TemplateStack.Place
    ) throws(ResolutionError) -> [TemplateStack.Resource] {
        try TemplateStack(template.value, name: name, parameters: parameters, in: place)
            .resources()
    }

    private mutating func count(
        _ resources: [TemplateStack.Resource], of stack: String, in spot: Spot
    ) {
        addPatterns(resources)
        for resource in resources {
            let properties = resource.properties
            if let kind = IdentityKind.allCases.first(where: { $0.type == resource.type }) {
                let name = properties[kind.nameProperty]?.string ?? "\(stack)/\(resource.id)"
                identities[spot.account, default: [:]][kind, default: []].insert(name)
            }
            if resource.type == "AWS::Organizations::Policy", let name = properties["Name"]?.string
            {
                for target in properties["TargetIds"]?.list ?? [] {
                    policies[target.string ?? "", default: []].insert(name)
                }
            }
            if resource.type == "AWS::Events::Rule", properties["EventBusName"] == nil {
                rules[spot, default: []].insert(properties["Name"]?.string ?? resource.id)
            }
        }
    }

    private mutating func addPatterns(_ resources: [TemplateStack.Resource]) {
        for resource in resources where resource.type == "AWS::Events::Rule" {
            guard let pattern = resource.properties["EventPattern"] else { continue }
            let one = RulePattern(
                rule: resource.properties["Name"]?.string ?? resource.id,
                pattern: String(decoding: pattern.encoded(indentation: nil), as: UTF8.self))
            if !patterns.contains(one) { patterns.append(one) }
        }
    }
}

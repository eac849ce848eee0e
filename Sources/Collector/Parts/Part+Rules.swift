import AWSClient
import AccessPlan
import Snapshots

extension Part {
    /// The enabled Regions, our rules on the default bus of each, and what they could not deliver.
    static let rules = Part("rules") { place in
        let account = place.account
        let regions = await place.list("the Regions of account \(account)") {
            Account.listRegions(token: $0)
        }
        let found = await each(of: regions.items) { region in
            let there = place.seen(from: region)
            async let undelivered = Part.undelivered(there)
            let rules = await there.rules(
                "the rules of account \(account) in \(region)", prefix: AlertPathNames.prefix)
            return (rules, await undelivered)
        }
        let names = regions.items.map(place.shared.callAsFunction)
        let rules = Dictionary(zip(names, found.map(\.0))) { first, _ in first }
        let counts = Dictionary(zip(names, found.map(\.1))) { first, _ in first }
        return {
            $0.accounts[account]?.regions = regions
            $0.accounts[account]?.rules = rules
            $0.accounts[account]?.undelivered = counts
        }
    }

    /// The hub's bus.
    static let bus = Part("bus") { place in
        let bus = await place.read(
            "the bus in \(place.region)", EventBridge.describeEventBus(AlertPathNames.bus))
        let value = bus.map { Snapshot.Bus(arn: $0.arn, policy: $0.policy) }
        return { $0.hubs[place.region]?.bus = value }
    }

    /// The rules on the hub's bus.
    static let busRules = Part("bus rules") { place in
        let rules = await place.rules(
            "the bus's rules in \(place.region)", prefix: nil, bus: AlertPathNames.bus)
        return { $0.hubs[place.region]?.rules = rules }
    }
}

extension Place {
    /// Rules of a bus with their targets. New patterns are tested at once.
    fileprivate func rules(
        _ part: String, prefix: String?, bus: String? = nil
    ) async -> Listing<Snapshot.Rule> {
        let rules = await list(part) { EventBridge.listRules(prefix: prefix, bus: bus, token: $0) }
        var values: [Snapshot.Rule] = []
        // One after the other: all Regions of many accounts are already read in parallel, and every
        // waiting call needs memory.
        for rule in rules.items {
            let targets = await list("the targets of rule \(rule.name) in \(region)") {
                EventBridge.listTargetsByRule(rule.name, bus: bus, token: $0)
            }
            let pattern = shared(rule.pattern ?? "")
            if !pattern.isEmpty { await patterns.test(pattern, of: rule.name, in: self) }
            values.append(
                Snapshot.Rule(
                    name: shared(rule.name), state: shared(rule.state), pattern: pattern,
                    targets: Listing(shared(targets.items.map(value)), unread: targets.unread)))
        }
        return Listing(values, unread: rules.unread)
    }

    private func value(_ target: EventBridge.Target) -> Snapshot.RuleTarget {
        Snapshot.RuleTarget(
            arn: shared(target.arn), roleARN: target.roleARN.map(shared.callAsFunction),
            deadLetterARN: target.deadLetterARN.map(shared.callAsFunction),
            changesInput: target.changesInput)
    }
}

import AWSClient
import AccessPlan
import Deployment
import Templates

extension ClaimedStack {
    /// Rules, their states and targets: two or three calls for each bus, however many rules it has.
    func rules() async throws(AWS.Failure) -> [ClaimFault] {
        let rules = of("AWS::Events::Rule")
        var faults: [ClaimFault] = []
        for bus in Set(rules.map(\.bus)).sorted(by: { ($0 ?? "") < ($1 ?? "") }) {
            faults += try await self.rules(rules.filter { $0.bus == bus }, on: bus)
        }
        return faults
    }

    private func rules(
        _ rules: [Claim], on bus: String?
    ) async throws(AWS.Failure) -> [ClaimFault] {
        let isOurs = rules.allSatisfy { $0.name.hasPrefix(AlertPathNames.prefix) }
        let prefix = isOurs ? AlertPathNames.prefix : nil
        let states: [String: String]
        do throws(AWS.Failure) {
            let there = try await all {
                EventBridge.listRules(prefix: prefix, bus: bus, token: $0)
            }
            states = Dictionary(there.map { ($0.name, $0.state) }) { first, _ in first }
        } catch .refused(let error, _) where error.isNotFound {
            // The bus is gone, with its rules.
            return rules.map(\.missing)
        }
        var senders: [String: Set<String>] = [:]
        for target in Set(rules.flatMap(\.targets)) {
            senders[target] = Set(
                try await all {
                    EventBridge.listRuleNamesByTarget(arn: target, bus: bus, token: $0)
                })
        }
        return rules.compactMap { rule in
            guard let state = states[rule.name] else { return rule.missing }
            let wanted = rule["State"] ?? "ENABLED"
            if state != wanted { return rule.wrong("is \(state), not \(wanted)") }
            let unserved = rule.targets.first { senders[$0]?.contains(rule.name) != true }
            return unserved.map { rule.wrong("does not send to \($0)") }
        }
    }

    /// Buses and the statements of their policies: one call for each bus.
    func buses() async throws(AWS.Failure) -> [ClaimFault] {
        let buses = of("AWS::Events::EventBus")
        let policies = of("AWS::Events::EventBusPolicy")
        var faults: [ClaimFault] = []
        for name in Set(buses.map(\.physical) + policies.compactMap { $0["EventBusName"] }).sorted()
        {
            let bus = try await find(EventBridge.describeEventBus(name))
            if bus == nil { faults += buses.filter { $0.physical == name }.map(\.missing) }
            let there = Self.statementIDs(of: bus?.policy ?? "")
            faults += policies.filter { policy in
                policy["EventBusName"] == name
                    && policy["StatementId"].map { !there.contains($0) } == true
            }.map(\.missing)
        }
        return faults
    }

    /// Archives and their states.
    func archives() async throws(AWS.Failure) -> [ClaimFault] {
        var faults: [ClaimFault] = []
        for archive in of("AWS::Events::Archive") {
            let state = try await find(EventBridge.describeArchive(archive.physical))
            switch state {
            case nil: faults.append(archive.missing)
            case "ENABLED", "CREATING", "UPDATING": break
            case let state?: faults.append(archive.wrong("is \(state)"))
            }
        }
        return faults
    }
}

extension Claim {
    /// The bus of a rule; nil is the default bus. A rule on a bus of its own is claimed as `BUS|RULE`.
    fileprivate var bus: String? {
        self["EventBusName"] ?? physical.lastIndex(of: "|").map { String(physical[..<$0]) }
    }

    /// Where a rule sends to, as far as the template says it without a stack.
    fileprivate var targets: [String] {
        (properties["Targets"]?.list ?? []).compactMap { $0["Arn"]?.string }
            .filter { !$0.contains("${") }
    }
}

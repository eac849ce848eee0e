import EventPatterns

/// The rules of a plan, bus by bus, and what EventBridge refuses of them.
struct BusRules {
    private var buses: [Bus: [StandingRule]] = [:]

    /// A bus of one Region of an account.
    private struct Bus: Hashable {
        let place: TemplateStack.Place
        let kind: StandingRule.Bus
    }

    /// Adds the rules of a stack.
    /// - Returns: what is wrong with their patterns.
    mutating func add(
        _ resources: [TemplateStack.Resource], of stack: PlannedStacks.Stack
    ) -> [PlanLimitProblem] {
        var found: [PlanLimitProblem] = []
        for resource in resources
        where resource.type == "AWS::Events::Rule"
            && resource.properties["ScheduleExpression"] == nil
        {
            do {
                let rule = try StandingRule(resource, of: stack.name)
                buses[Bus(place: stack.place, kind: rule.bus), default: []].append(rule)
                found += problems(rule)
            } catch {
                found.append(problem(stack.name, rule: resource.id, "\(error)"))
            }
        }
        return found
    }

    /// What is wrong with the number of rules on any bus.
    var problems: [PlanLimitProblem] {
        buses.values.flatMap { rules -> [PlanLimitProblem] in
            let numbers = [
                (rules.count, Limit.rulesOnBus, "rules"),
                (
                    rules.count { $0.pattern.hasWildcard }, Limit.wildcardRulesOnBus,
                    "rules with wildcards"
                ),
            ]
            let isOfGuards = rules.contains { $0.stack == "breakglass-guard" }
            return numbers.filter { $0.0 > $0.1 }.map { count, most, noun in
                problem(
                    isOfGuards ? "breakglass-guard" : "",
                    "\(count) \(noun) would be on one bus, which has room for \(most)")
            }
        }.sorted { $0.fact < $1.fact }
    }

    private func problems(_ rule: StandingRule) -> [PlanLimitProblem] {
        var found: [PlanLimitProblem] = []
        if rule.pattern.length > Limit.eventPattern {
            found.append(
                problem(
                    rule.stack, rule: rule.name,
                    "rule \(rule.name) has a pattern of \(rule.pattern.length) characters, and "
                        + "EventBridge takes \(Limit.eventPattern)"))
        }
        if rule.pattern.complexity > EventPattern.mostComplexity {
            found.append(
                problem(
                    rule.stack, rule: rule.name,
                    "rule \(rule.name) has a pattern that EventBridge may refuse as too complex"))
        }
        return found
    }

    /// Rules grow with what is guarded, and with the names of users and provider.
    private func problem(_ stack: String, rule: String = "", _ fact: String) -> PlanLimitProblem {
        if stack == "breakglass-guard" {
            return PlanLimitProblem(
                .key("guard"), fact,
                hint: "guard families of names with a * at the end, or fewer resources")
        }
        let isOfProvider = rule.contains("provider") || rule.contains("idp")
        return PlanLimitProblem(
            isOfProvider ? .key("identityProvider") : .key("breakGlassUsers"), fact,
            hint: "shorten the names of users, provider and groups; if they are short already, "
                + "this is a defect of Break Glass")
    }
}

import AccessPlan

extension PlanLimits {
    /// What AWS refuses of a stack's resources.
    func problems(
        of stack: PlannedStacks.Stack, _ resources: [TemplateStack.Resource]
    ) -> [PlanLimitProblem] {
        var found: [PlanLimitProblem] = []
        func check(_ what: String, _ count: Int, _ most: Int, _ unit: String) {
            guard count > most else { return }
            let (part, hint) = fault(stack.name, what)
            found.append(
                PlanLimitProblem(
                    part, "\(what) has \(count) \(unit), and AWS takes \(most)", hint: hint))
        }
        check("stack \(stack.name)", resources.count, Limit.mostResources, "resources")
        var busPolicies = 0
        for resource in resources {
            let properties = resource.properties
            switch resource.type {
            case "AWS::IAM::Role":
                let name = properties["RoleName"]?.string ?? resource.id
                let inline = (properties["Policies"]?.list ?? [])
                    .compactMap { $0["PolicyDocument"]?.size }.reduce(0, +)
                check("role \(name): inline policies", inline, Limit.inlinePolicy, "characters")
                check(
                    "role \(name): managed policies",
                    properties["ManagedPolicyArns"]?.list?.count ?? 0,
                    Limit.managedPoliciesOfRole, "entries")
                check(
                    "role \(name): trust policy",
                    properties["AssumeRolePolicyDocument"]?.size ?? 0, Limit.trustPolicy,
                    "characters")
            case "AWS::IAM::ManagedPolicy":
                let name = properties["ManagedPolicyName"]?.string ?? resource.id
                check(
                    "policy \(name)", properties["PolicyDocument"]?.size ?? 0, Limit.managedPolicy,
                    "characters")
            case "AWS::Organizations::Policy":
                check(
                    "service control policy \(properties["Name"]?.string ?? resource.id)",
                    properties["Content"]?.size ?? 0, Limit.serviceControlPolicy, "characters")
            case "AWS::Events::EventBusPolicy":
                busPolicies += properties["Statement"]?.size ?? 0
            default: break
            }
        }
        check("the bus policy", busPolicies, Limit.busPolicy, "bytes")
        return found
    }

    /// The part of the plan that makes something long, and what to do.
    private func fault(_ stack: String, _ what: String) -> (PlanPart, String) {
        switch stack {
        case "breakglass-guardrail":
            return (.key("administrators"), "name fewer custodians, or with shorter names")
        case "breakglass-hub": return (.key("accounts"), "deploy to an organization")
        case "breakglass-workload" where what.contains("BreakGlassRole: managed"):
            return (
                .key("breakGlassRole", "managedPolicies"),
                "join some of them in a policy of your own"
            )
        default: break
        }
        for access in plan.roles where what.hasPrefix("role \(RoleNames.workload(access.name)):") {
            let inner = what.contains("inline") ? "inlinePolicies" : "managedPolicies"
            return (
                PlanPart(.key("roles"), .key(access.name), .key(inner)),
                inner == "inlinePolicies"
                    ? "shorten them, or make a managed policy of them"
                    : "join some of them in a policy of your own"
            )
        }
        return (.key("accounts"), "give accounts that belong together the same number")
    }
}

import AccessPlan
import Templates

extension Wishes {
    /// The stacks.
    func stacks() throws(MissingTemplate) -> [WantedStack] {
        var stacks = try ground() + path() + access()
        // Stack sets reach every account but the management account; without an organization nobody
        // else does.
        if facts.organization == nil || facts.management == emergency {
            stacks += try accountStacks(in: emergency, stage: Wanted.Stage.access)
        }
        if let management = facts.management { stacks += try stacksOfManagement(management) }
        return stacks
    }

    /// Buckets, buses and the trail.
    private func ground() throws(MissingTemplate) -> [WantedStack] {
        var stacks: [WantedStack] = []
        for region in plan.regions.hubs {
            stacks += try stack(Wanted.Stage.ground, emergency, "code", in: region)
            stacks += try stack(Wanted.Stage.ground, emergency, "evidence", in: region)
        }
        // Templates of more than 51,200 bytes come from a bucket, which another account could not read.
        var others: [String] = []
        if let management = facts.management {
            others = [management]
        } else if let organization = facts.organization {
            others = [organization.administrator]
        }
        for account in others where account != emergency {
            stacks += try stack(Wanted.Stage.ground, account, "code")
        }
        if let trail = facts.trail {
            stacks += try stack(Wanted.Stage.ground, trail.account, "trail")
        }
        return stacks
    }

    /// The hubs.
    private func path() throws(MissingTemplate) -> [WantedStack] {
        var stacks: [WantedStack] = []
        for region in plan.regions.hubs {
            stacks += try stack(Wanted.Stage.alerts, emergency, "hub", in: region)
        }
        return stacks
    }

    /// Users, SAML provider and emergency roles.
    private func access() throws(MissingTemplate) -> [WantedStack] {
        let roles = made("access-roles-").enumerated().map { index, template in
            // The first one has the SAML provider, which the roles of all of them trust.
            let stage = index == 0 ? Wanted.Stage.access : Wanted.Stage.further
            return stack(stage, emergency, template)
        }
        return try stack(Wanted.Stage.access, emergency, "access") + roles
    }

    /// What a stack set creates elsewhere: rules, and the roles of a planned account.
    private func accountStacks(
        in account: String, stage: Int
    ) throws(MissingTemplate) -> [WantedStack] {
        var stacks = try everywhere(in: account) + stack(stage, account, "workload")
        if isPlanned(account) {
            stacks += made("workload-roles-").map { stack(stage, account, $0) }
        }
        return stacks
    }

    private func everywhere(in account: String) throws(MissingTemplate) -> [WantedStack] {
        var stacks: [WantedStack] = []
        for region in facts.covered[account] ?? [] {
            stacks += try stack(Wanted.Stage.alerts, account, "region", in: region)
            stacks += made("guard.").map { stack(Wanted.Stage.access, account, $0, in: region) }
        }
        return stacks
    }

    private func stacksOfManagement(
        _ account: String
    ) throws(MissingTemplate) -> [WantedStack] {
        var stacks = try stack(Wanted.Stage.access, account, "management")
        if account != emergency {
            // After the stack above, which had its audit role before the account was planned.
            stacks +=
                isPlanned(account)
                ? try accountStacks(in: account, stage: Wanted.Stage.further)
                : try everywhere(in: account)
        }
        if rendered.parameters(of: "guardrail") != nil {
            stacks += try stack(Wanted.Stage.guardrail, account, "guardrail")
        }
        return stacks
    }
}

extension Wishes {
    private func stack(
        _ stage: Int, _ account: String, _ name: String, in region: String? = nil
    ) throws(MissingTemplate) -> [WantedStack] {
        [stack(stage, account, try template(name), in: region)]
    }

    private func stack(
        _ stage: Int, _ account: String, _ template: StackTemplate, in region: String? = nil
    ) -> WantedStack {
        let region = region ?? plan.regions.home
        return WantedStack(
            stage: stage,
            at: TemplateStack.Place(account: account, region: region, partition: plan.partition),
            name: template.stackName, template,
            parameters: parameters(of: template, in: region))
    }
}

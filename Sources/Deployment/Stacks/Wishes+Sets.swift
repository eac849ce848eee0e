import AccessPlan
import Templates

extension Wishes {
    /// The stack sets. They do not reach the management account.
    func sets(
        of organization: DeploymentFacts.Organization
    ) throws(MissingTemplate) -> [WantedStackSet] {
        let home = plan.regions.home
        let reached = { (accounts: [String]) in
            Set(accounts).subtracting([organization.managementAccount])
        }
        var region = rendered.parameters(of: "region") ?? [:]
        // One alarm for each Region of each account would cost more than it tells.
        region["UndeliveredAlarm"] = "no"
        var sets = [
            WantedStackSet(
                stage: Wanted.Stage.alerts, name: "breakglass-region", try template("region"),
                parameters: region, accounts: nil, region: nil),
            // No other account has a break-glass role: its use would raise no alert there.
            WantedStackSet(
                stage: Wanted.Stage.access, name: "breakglass-workload", try template("workload"),
                parameters: rendered.parameters(of: "workload") ?? [:],
                accounts: reached([emergency] + plan.accounts.map(\.id)), region: home),
        ]
        sets += made("guard.").map { template in
            WantedStackSet(
                stage: Wanted.Stage.access, name: template.stackName, template, parameters: [:],
                accounts: nil, region: nil)
        }
        // Emergency roles come to an account when it is planned: the template names each one.
        for template in made("workload-roles-") {
            let named = template.value["Mappings"]?["Accounts"]?.members?.map(\.name) ?? []
            let accounts = reached(named)
            guard !accounts.isEmpty else { continue }
            sets.append(
                WantedStackSet(
                    stage: Wanted.Stage.access, name: template.stackName, template, parameters: [:],
                    accounts: accounts, region: home))
        }
        return sets
    }
}

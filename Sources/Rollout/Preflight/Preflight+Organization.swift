import AWSClient
import AccessPlan
import Deployment

extension Preflight {
    /// Whether StackSets reach the accounts, and whether its role is there.
    func organization() async -> [PreflightAnswer] {
        guard let site = sites.organization else {
            return [
                PreflightAnswer(
                    .stackSetAccess, .notNeeded, account: sites.emergency.account,
                    "the plan is about one account")
            ]
        }
        return [await access(site), await role()]
    }

    private func access(_ site: Site) async -> PreflightAnswer {
        switch await site.askAll(in: home, { Organizations.listServiceAccess(token: $0) }) {
        case .success(let services):
            .stackSetAccess(among: services, account: site.account)
        case .failure(let failure): unread(.stackSetAccess, site, nil, failure)
        }
    }

    /// The role is in the management account alone.
    private func role() async -> PreflightAnswer {
        let name = PreflightAnswer.stackSetRole
        guard let site = sites.management else {
            return PreflightAnswer(
                .serviceRoles, .unknown, account: sites.reach?.managementAccount,
                "whether \(name) is there only the management account can tell",
                remedy: "run this with --management-profile")
        }
        switch await site.ask(IAM.getRole(name), in: home) {
        case .success: return .stackSetRole(isThere: true, account: site.account)
        case .failure(let failure) where failure.begins(with: ["NoSuchEntity"]):
            return .stackSetRole(isThere: false, account: site.account)
        case .failure(let failure): return unread(.serviceRoles, site, nil, failure)
        }
    }

    /// Whether the guardrail's policies can be attached.
    func guardrail() async -> [PreflightAnswer] {
        guard let site = sites.management, !planned.policies.isEmpty else {
            return [
                PreflightAnswer(
                    .policySlots, .notNeeded, account: sites.emergency.account,
                    "no guardrail is deployed"
                        + (plan.administrators.rollout == nil
                            ? ": the plan names no administrators: rollout"
                            : ": there are no credentials for a management account"))
            ]
        }
        let types = await policyTypes(site)
        let targets = planned.policies.sorted { $0.key < $1.key }
        return [types]
            + (await targets.concurrentMap(width: Self.width) { target, names in
                let attached = await site.askAll(in: home) {
                    Organizations.listServiceControlPolicies(on: target, token: $0)
                }
                switch attached {
                case .success(let policies):
                    return .slots(
                        of: target, planned: names, attached: policies.map(\.name),
                        account: site.account)
                case .failure(let failure): return unread(.policySlots, site, nil, failure)
                }
            })
    }

    private func policyTypes(_ site: Site) async -> PreflightAnswer {
        let roots = await site.askAll(in: home) {
            Organizations.listEnabledPolicyTypes(token: $0)
        }
        switch roots {
        case .success(let types):
            let isOn = types.joined().contains("SERVICE_CONTROL_POLICY")
            return PreflightAnswer(
                .policyType, isOn ? .yes : .no, account: site.account,
                isOn
                    ? "service control policies are enabled"
                    : "service control policies are not enabled in the organization's root",
                remedy: isOn
                    ? nil
                    : "aws organizations enable-policy-type --policy-type SERVICE_CONTROL_POLICY "
                        + "--root-id \(sites.reach?.units.first ?? "ROOT")",
                stops: true)
        case .failure(let failure): return unread(.policyType, site, nil, failure)
        }
    }
}

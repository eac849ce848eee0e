import AccessPlan
import Templates

extension Wishes {
    /// The parameters of a stack: those of the plan, and what only the accounts can tell.
    func parameters(of template: StackTemplate, in region: String) -> [String: String] {
        let name = String(template.name.prefix { $0 != "." })
        var parameters = rendered.parameters(of: name) ?? [:]
        switch name {
        case "hub": addHub(to: &parameters, template, region)
        case "evidence": parameters["OrganizationId"] = facts.organization?.id
        case "access": addAccess(to: &parameters)
        case "management":
            // Where workload.yaml is deployed, it creates the audit role.
            if facts.management == emergency || facts.management.map(isPlanned) == true {
                parameters["Audit"] = "no"
            }
        case "guardrail":
            parameters["TargetIds"] = facts.organization?.units.joined(separator: ",")
        case "trail":
            if facts.trail?.isOfOrganization == true { parameters["OrganizationTrail"] = "yes" }
        default: break
        }
        return parameters
    }

    private func addHub(
        to parameters: inout [String: String], _ template: StackTemplate, _ region: String
    ) {
        for (function, parameter) in Self.codeParameters {
            guard let object = facts.code[function] else { continue }
            parameters[parameter] = object.key
            let version = parameter + "Version"
            guard template.value["Parameters"]?[version] != nil else { continue }
            parameters[version] = object.versions[region]
        }
        parameters["Architecture"] = facts.architecture
        parameters["PublisherConcurrency"] = "\(facts.publisherConcurrency)"
        parameters["CriticalConcurrency"] = "\(facts.criticalConcurrency)"
        if let source = facts.partnerEventSource { parameters["PartnerEventSource"] = source }
    }

    private static let codeParameters: KeyValuePairs = [
        "event-enricher": "EnricherCode", "sns-publisher": "PublisherCode",
        "drift-checker": "CheckerCode",
    ]

    private func addAccess(to parameters: inout [String: String]) {
        parameters["OrganizationId"] = facts.organization?.id
        if let management = facts.management {
            parameters["IdentityRepairRoleArn"] = plan.roleARN(
                AlertPathNames.identityRepairRole, in: management)
        }
        if plan.accounts.isEmpty {
            // A plan without accounts is about the emergency access account alone.
            parameters["BreakGlassRoleArns"] = plan.roleARN(RoleNames.breakGlass, in: emergency)
        }
    }
}

import AccessPlan

extension Plan {
    /// Why the plan gives no templates, with the part at fault.
    func problem(_ error: TemplateError) -> PlanLimitProblem {
        let text = error.description.split(separator: "\n", maxSplits: 1)
        let hint = text.count > 1 ? String(text[1].trimmingPrefix("hint: ")) : ""
        let part: PlanPart =
            switch error {
            case .tooManyAccounts(let role, _, let most): entry(of: role, most)
            case .tooManyUsers(_, let most): PlanPart(.key("breakGlassUsers"), .entry(most))
            case .tooManyGuards: .key("guard")
            case .tooManyAuditors: PlanPart(.key("administrators"), .key("auditors"))
            case .partition: .key("partition")
            case .missingFile(let name):
                roles.first { $0.inlinePolicies.contains(name) }.map {
                    PlanPart(.key("roles"), .key($0.name), .key("inlinePolicies"))
                } ?? .key("roles")
            }
        return PlanLimitProblem(part, String(text.first ?? ""), hint: hint)
    }

    /// The first account that an emergency role has no room for.
    private func entry(of role: String, _ most: Int) -> PlanPart {
        let members = accounts.indices.filter { index in
            accounts[index].roles.contains {
                RoleNames.emergency(number: accounts[index].number, access: $0) == role
            }
        }
        guard members.count > most else { return .key("accounts") }
        return PlanPart(.key("accounts"), .entry(members[most]))
    }

    /// Why CloudFormation would not make a stack, with the part of the plan at fault.
    func problem(_ error: ResolutionError, in stack: String) -> PlanLimitProblem {
        let parameter: String =
            switch error {
            case .refusedParameter(let name, _), .longParameter(let name, _),
                .missingParameter(let name), .unknownParameter(let name):
                name
            case .unknownFunction, .unknownReference, .malformed: ""
            }
        return PlanLimitProblem(
            Self.part(of: parameter), "stack \(stack): \(error)",
            hint: "write it shorter, and with letters and digits")
    }

    /// The part of the plan from which a parameter follows.
    private static func part(of parameter: String) -> PlanPart {
        let users = "BreakGlassUser"
        if parameter.hasPrefix(users), let number = Int(parameter.dropFirst(users.count)) {
            return PlanPart(.key("breakGlassUsers"), .entry(number - 1))
        }
        switch parameter {
        case "SAMLProviderName": return .key("identityProvider", "samlProvider")
        case "FederationAppId": return .key("identityProvider", "app")
        case "GroupNamePrefix": return .key("identityProvider", "groupName")
        case "SigningKeyArn", "SigningKeyAlias": return .key("identityProvider", "signingKey")
        case "APITokenSecretArn": return .key("identityProvider", "apiToken")
        case "RolloutArns": return .key("administrators", "rollout")
        case "CustodianArns": return .key("administrators", "custodians")
        case "RevokerArns": return .key("administrators", "revoker")
        case "AuditorArns", "AuditorAccountArns": return .key("administrators", "auditors")
        case "BreakGlassPolicyArns": return .key("breakGlassRole", "managedPolicies")
        case "HomeRegion": return .key("regions", "home")
        case "StandbyRegion": return .key("regions", "standby")
        default: return .key("accounts")
        }
    }
}

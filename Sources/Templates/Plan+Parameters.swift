import AccessPlan

extension Plan {
    /// Parameters of the templates, as CloudFormation takes them: one file for each template.
    func addParameters(to rendered: inout RenderedTemplates) throws(TemplateError) {
        guard breakGlassUsers.count <= 4 else {
            throw .tooManyUsers(breakGlassUsers.count, most: 4)
        }
        rendered.addParameters("evidence", evidenceParameters(&rendered.remarks))
        rendered.addParameters("hub", hubParameters(&rendered.remarks))
        rendered.addParameters("region", regionParameters)
        rendered.addParameters("access", users + [("BreakGlassRoleArns", breakGlassRoleARNs)])
        let auditors = try auditorParameters()
        rendered.addParameters("workload", workloadParameters + auditors)
        rendered.addParameters("management", [emergency] + users + auditors)
        if let guardrail = guardrailParameters(&rendered.remarks) {
            rendered.addParameters("guardrail", guardrail)
        }
    }

    private var emergency: (String, String) { ("EmergencyAccountId", emergencyAccount) }

    private var users: [(String, String)] {
        breakGlassUsers.enumerated().map { ("BreakGlassUser\($0 + 1)", $1) }
    }

    private func evidenceParameters(_ remarks: inout [String]) -> [(String, String)] {
        var reporting = watchedAccounts
        if reporting.count > Self.mostReporting {
            remarks.append(
                "\(reporting.count) accounts are too many for a parameter of 4,096 bytes: the hub "
                    + "accepts the rules of the whole organization instead of a list of accounts")
            reporting = [emergencyAccount]
        }
        return [("ReportingAccountIds", reporting.joined(separator: ","))]
    }

    private func hubParameters(_ remarks: inout [String]) -> [(String, String)] {
        var parameters = [
            ("HomeRegion", regions.home), ("StandbyRegion", regions.standby ?? ""),
        ]
        if has(.okta) { parameters += ofLogStream(&remarks) }
        parameters += accessToIdP
        return parameters
    }

    /// What the rule on the IdP's log stream looks for. Only Okta has one.
    private func ofLogStream(_ remarks: inout [String]) -> [(String, String)] {
        var parameters: [(String, String)] = []
        if let app = identityProvider?.app { parameters.append(("FederationAppId", app)) }
        let groups = accounts.flatMap { account in
            account.groups.sorted { $0.key < $1.key }.map(\.value)
        }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        if !groups.isEmpty {
            let some = Self.fitting(groups)
            parameters.append(("EmergencyGroupIds", some.joined(separator: ",")))
            if some.count < groups.count {
                remarks.append(
                    "the rule on the IdP's log stream has room for \(some.count) of "
                        + "\(groups.count) group ids: other groups are known by their names alone")
            }
        }
        if let name = identityProvider?.groupName, let role = name.firstRange(of: "{role}") {
            parameters.append(
                ("GroupNamePrefix", name[..<role.lowerBound] + RoleNames.workload("")))
        }
        return parameters
    }

    /// What the checker signs in with at the IdP's API: a key by id or alias, a stored token, or a token
    /// of AWS's own.
    private var accessToIdP: [(String, String)] {
        if let key = identityProvider?.signingKey {
            if let alias = key.firstRange(of: "alias/") {
                return [("SigningKeyAlias", String(key[alias.lowerBound...]))]
            }
            let arn = ARN.isMeant(by: key) ? key : hubARN("kms", "key/\(key)", in: regions.home)
            return [("SigningKeyArn", arn)]
        }
        if let secret = identityProvider?.apiToken {
            // Secrets Manager adds a hyphen and six characters to a secret's name.
            let named = hubARN("secretsmanager", "secret:\(secret)-??????", in: regions.home)
            return [("APITokenSecretArn", ARN.isMeant(by: secret) ? secret : named)]
        }
        guard has(.entra), identityProvider?.certificate == nil else { return [] }
        // The audience that Microsoft's federated credentials expect.
        return [("TokenAudience", "api://AzureADTokenExchange")]
    }

    private var regionParameters: [(String, String)] {
        [
            ("HomeBusArn", busARN(in: regions.home)),
            ("StandbyBusArn", regions.standby.map(busARN) ?? ""), emergency,
        ] + users + [("SAMLProviderName", identityProvider?.samlProvider ?? "")] + adopted
    }

    /// The trail that the plan names: for the rule that hears its changes, and for the guardrail.
    private var adopted: [(String, String)] { trail.map { [("TrailArn", $0.text)] } ?? [] }

    private var workloadParameters: [(String, String)] {
        let isPlanned = accounts.contains { $0.id == emergencyAccount }
        return [emergency] + users + [
            ("EmergencyAccountIsPlanned", isPlanned ? "yes" : "no"),
            (
                "BreakGlassPolicyArns",
                breakGlassRole.managedPolicies.map(policyARN).joined(separator: ",")
            ),
            ("SessionHours", "\(breakGlassRole.maxSessionHours)"),
        ]
    }

    /// Who may assume the audit role beside the checker.
    private func auditorParameters() throws(TemplateError) -> [(String, String)] {
        let auditors = administrators.auditors
        if auditors.isEmpty { return [] }
        let accounts = auditors.map(\.account).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        let size =
            auditors.reduce(0) { $0 + $1.text.utf8.count + 3 } + accounts.count * 40
        guard size <= Self.mostAuditorBytes else {
            throw .tooManyAuditors(bytes: size, most: Self.mostAuditorBytes)
        }
        return [
            ("AuditorArns", auditors.map(\.text).joined(separator: ",")),
            ("AuditorAccountArns", accounts.map(rootARN).joined(separator: ",")),
        ]
    }

    /// One ARN per account as long as they fit into a parameter and a policy. Otherwise any account,
    /// which deployment restricts to the organization.
    private var breakGlassRoleARNs: String {
        func text(_ ids: [String]) -> String {
            ids.map { roleARN(RoleNames.breakGlass, in: $0) }.joined(separator: ",")
        }
        let listed = text(accounts.map(\.id))
        let isListed =
            (1...Self.mostRoleARNs).contains(accounts.count)
            && listed.utf8.count <= TemplateStack.mostParameterBytes
        return isListed ? listed : text(["*"])
    }

    private func guardrailParameters(_ remarks: inout [String]) -> [(String, String)]? {
        guard let rollout = administrators.rollout?.text else {
            remarks.append(
                "without administrators: rollout no guardrail is deployed, since it would "
                    + "stop deployment as well")
            return nil
        }
        let custodians = administrators.custodians.map(\.text)
        if custodians.isEmpty || administrators.revoker == nil {
            remarks.append(
                "the guardrail lets rollout do what no custodian or revoker is named for")
        }
        return [emergency] + users + [
            ("SAMLProviderName", identityProvider?.samlProvider ?? "-"), ("RolloutArns", rollout),
            ("CustodianArns", custodians.isEmpty ? rollout : custodians.joined(separator: ",")),
            ("RevokerArns", administrators.revoker?.text ?? rollout),
        ] + adopted
    }

    /// As many ids as fit into a pattern, next to the longest prefix of groups' names.
    private static func fitting(_ ids: [String]) -> [String] {
        var room = 1_000
        return Array(
            ids.prefix { id in
                room -= id.utf8.count + 3
                return room >= 0
            })
    }

    /// Twelve digits and a comma each.
    private static let mostReporting = TemplateStack.mostParameterBytes / 13

    /// What a trust policy of 2,048 characters has left, in quotes and with commas.
    static let mostAuditorBytes = 1_400

    /// ARNs of 50 characters in a managed policy of 6,144.
    static let mostRoleARNs = 80
}

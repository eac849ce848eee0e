import AccessPlan

extension Plan {
    /// The SAML provider and the emergency roles; nothing without an IdP.
    func addAccessRoles(
        to rendered: inout RenderedTemplates, _ attachments: PlanAttachments
    ) throws(TemplateError) {
        guard let provider = identityProvider else { return }
        var resources: [TemplateValue.Member] = []
        if let metadata = attachments.samlMetadata {
            resources.append(
                .init(
                    name: "SAMLProvider",
                    value: [
                        "Type": "AWS::IAM::SAMLProvider",
                        "Properties": [
                            "Name": .text(provider.samlProvider),
                            "SamlMetadataDocument": .text(metadata),
                        ],
                    ]))
        }
        let all = emergencyRoles
        for role in all { resources += try members(of: role, provider: provider) }
        let chunks = resources.inTemplates(of: "emergency roles")
        for (index, chunk) in chunks.enumerated() {
            rendered.add("access-roles-\(index + 1).json", chunk)
        }
        noteNumbers(all.count, chunks.count, &rendered)
    }

    private func noteNumbers(
        _ count: Int, _ templates: Int, _ rendered: inout RenderedTemplates
    ) {
        if templates > 1 {
            rendered.remarks.append(
                "\(count) emergency roles are in \(templates) templates, since one holds "
                    + "\(Limit.resources) at most")
        }
        if count > Limit.roles {
            rendered.remarks.append(
                "\(count) emergency roles are more than the \(Limit.roles) roles that an account "
                    + "may have unless AWS raises it: give accounts that belong together the same "
                    + "number, and they share a RoleN")
        }
    }
}

extension Plan {
    private func members(
        of role: EmergencyRole, provider: IdentityProvider
    ) throws(TemplateError) -> [TemplateValue.Member] {
        let name = "Role\(role.number)\(role.access.logicalID)"
        let leadsTo = role.accounts.map { roleARN(RoleNames.workload(role.access), in: $0) }
        let policies = Self.policies(leadingTo: leadsTo)
        var properties: TemplateValue = [
            "RoleName": .text(role.name),
            "Description": .text(
                "People of the IdP's emergency group, on their way to "
                    + RoleNames.workload(role.access)),
            "MaxSessionDuration": 3600,
            "AssumeRolePolicyDocument": trust(in: provider),
        ]
        guard policies.count > 1 else {
            properties = properties.adding([
                "Policies": [
                    ["PolicyName": "breakglass-next-role", "PolicyDocument": policies[0]]
                ]
            ])
            return [.init(name: name, value: ["Type": "AWS::IAM::Role", "Properties": properties])]
        }
        guard policies.count <= Limit.managedPoliciesOfRole else {
            throw .tooManyAccounts(
                role: role.name, leadsTo.count,
                most: leadsTo.count / policies.count * Limit.managedPoliciesOfRole)
        }
        let managed = policies.enumerated().map { index, document in
            TemplateValue.Member(
                name: "\(name)Policy\(index + 1)",
                value: [
                    "Type": "AWS::IAM::ManagedPolicy",
                    "Properties": [
                        "ManagedPolicyName": .text(
                            AlertPathNames.prefix + "\(role.name)-\(index + 1)"),
                        "PolicyDocument": document,
                    ],
                ])
        }
        properties = properties.adding([
            "ManagedPolicyArns": .list(managed.map { .ref($0.name) })
        ])
        return managed
            + [.init(name: name, value: ["Type": "AWS::IAM::Role", "Properties": properties])]
    }

    /// One document when it fits a role's inline policies, else as many as managed policies take.
    private static func policies(leadingTo roles: [String]) -> [TemplateValue] {
        let whole = policy(leadingTo: roles)
        guard whole.size > Limit.inlinePolicy else { return [whole] }
        let empty = policy(leadingTo: []).size
        let each = (roles.map(\.utf8.count).max() ?? 0) + 3
        let most = max(1, (Limit.managedPolicy - empty) / each)
        return stride(from: 0, to: roles.count, by: most).map {
            policy(leadingTo: Array(roles[$0..<min($0 + most, roles.count)]))
        }
    }

    private static func policy(leadingTo roles: [String]) -> TemplateValue {
        [
            "Version": "2012-10-17",
            "Statement": [
                [
                    "Sid": "TakesThePlannedRolesAndStaysKnownByName", "Effect": "Allow",
                    "Action": ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"],
                    "Resource": .texts(roles),
                ]
            ],
        ]
    }

    /// Who may assume the role: people whom the IdP vouches for, through any of several endpoints.
    private func trust(in provider: IdentityProvider) -> TemplateValue {
        let federated: TemplateValue = ["Federated": .text(providerARN ?? provider.samlProvider)]
        return [
            "Version": "2012-10-17",
            "Statement": [
                [
                    "Sid": "PeopleOfTheIdPComeIn", "Effect": "Allow",
                    "Principal": federated,
                    "Action": "sts:AssumeRoleWithSAML",
                    "Condition": ["StringEquals": ["SAML:aud": .texts(signInEndpoints)]],
                ],
                [
                    "Sid": "TheIdPSaysWhoTheyAre", "Effect": "Allow",
                    "Principal": federated,
                    "Action": ["sts:SetSourceIdentity", "sts:TagSession"],
                ],
            ],
        ]
    }
}

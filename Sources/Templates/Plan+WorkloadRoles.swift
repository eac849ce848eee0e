import AccessPlan

extension Plan {
    /// The workload roles: one template for up to 200 accounts. What differs between the accounts is in
    /// a mapping by account id.
    func addWorkloadRoles(
        to rendered: inout RenderedTemplates, _ attachments: PlanAttachments
    ) throws(TemplateError) {
        guard identityProvider != nil, !roles.isEmpty else { return }
        let planned = accounts.filter { !$0.roles.isEmpty }
        let starts = Array(stride(from: 0, to: planned.count, by: Limit.mappingKeys))
        for (index, start) in starts.enumerated() {
            let some = Array(planned[start..<min(start + Limit.mappingKeys, planned.count)])
            rendered.add(
                "workload-roles-\(index + 1).json", try workloadRoles(for: some, attachments))
        }
        if starts.count > 1 {
            rendered.remarks.append(
                "\(planned.count) accounts are in \(starts.count) templates of workload roles, "
                    + "since a mapping holds \(Limit.mappingKeys) of them")
        }
    }

    private func workloadRoles(
        for accounts: [Account], _ attachments: PlanAttachments
    ) throws(TemplateError) -> TemplateValue {
        var resources: [TemplateValue.Member] = []
        var conditions: [TemplateValue.Member] = []
        for access in roles where accounts.contains(where: { $0.roles.contains(access.name) }) {
            let name = access.name.logicalID
            conditions.append(
                .init(name: "Has\(name)", value: ["Fn::Equals": [entry(name), "yes"]]))
            resources.append(
                .init(name: "EmergencyAccess\(name)", value: try workloadRole(access, attachments)))
        }
        let rows = accounts.map { account in
            TemplateValue.Member(
                name: account.id,
                value: .object(
                    [.init(name: "Number", value: .text("\(account.number)"))]
                        + roles.map {
                            .init(
                                name: $0.name.logicalID,
                                value: .text(account.roles.contains($0.name) ? "yes" : "no"))
                        }))
        }
        return [
            "AWSTemplateFormatVersion": "2010-09-09",
            "Description": "Break Glass, workload roles, made of the plan: once in each account",
            "Mappings": ["Accounts": .object(rows)],
            "Conditions": .object(conditions),
            "Resources": .object(resources),
        ]
    }

    /// The value in the mapping for the account of the stack.
    private func entry(_ key: String) -> TemplateValue {
        ["Fn::FindInMap": ["Accounts", .ref("AWS::AccountId"), .text(key)]]
    }

    private func workloadRole(
        _ access: Access, _ attachments: PlanAttachments
    ) throws(TemplateError) -> TemplateValue {
        let taker: TemplateValue = [
            "Fn::Sub": [
                .text(
                    roleARN(
                        RoleNames.emergencyPattern(access: access.name), in: emergencyAccount)),
                ["Number": entry("Number")],
            ]
        ]
        func statement(_ sid: String, _ actions: TemplateValue) -> TemplateValue {
            [
                "Sid": .text(sid), "Effect": "Allow",
                "Principal": ["AWS": .text(rootARN(of: emergencyAccount))],
                "Action": actions,
                "Condition": ["ArnEquals": ["aws:PrincipalArn": taker]],
            ]
        }
        var properties: TemplateValue = [
            "RoleName": .text(RoleNames.workload(access.name)),
            "Description": .text("Emergency access of the kind \(access.name)"),
            "MaxSessionDuration": 3600,
            "ManagedPolicyArns": .texts(access.managedPolicies.map(policyARN)),
            "AssumeRolePolicyDocument": [
                "Version": "2012-10-17",
                "Statement": [
                    statement("ItsEmergencyRoleTakesIt", "sts:AssumeRole"),
                    statement(
                        "PeopleStayKnownByName", ["sts:SetSourceIdentity", "sts:TagSession"]),
                ],
            ],
        ]
        if !access.inlinePolicies.isEmpty {
            var inline: [TemplateValue] = []
            for file in access.inlinePolicies {
                guard let document = attachments.inlinePolicies[file] else {
                    throw .missingFile(file)
                }
                let name = AlertPathNames.prefix + "\(access.name)-\(inline.count + 1)"
                inline.append(["PolicyName": .text(name), "PolicyDocument": document])
            }
            properties = properties.adding(["Policies": .list(inline)])
        }
        return [
            "Type": "AWS::IAM::Role", "Condition": .text("Has\(access.name.logicalID)"),
            "Properties": properties,
        ]
    }
}

extension RoleNames {
    /// The emergency role as `Fn::Sub` writes it, `Number` to be filled in.
    fileprivate static func emergencyPattern(access: String) -> String {
        emergency(number: 0, access: access)
            .replacing("Role0_", with: "Role${Number}_", maxReplacements: 1)
    }
}

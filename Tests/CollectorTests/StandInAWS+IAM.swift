extension StandInAWS {
    /// An answer of the Query protocol.
    static func query(_ operation: String, _ content: String) -> Reply {
        .this(
            200,
            "<\(operation)Response><\(operation)Result>\(content)</\(operation)Result>"
                + "</\(operation)Response>")
    }

    /// An IAM in which every user and role exists and has no permissions, unless `override`
    /// answers.
    static func iam(_ override: @escaping @Sendable (Call) -> Reply = { _ in .usual }) -> StandInAWS
    {
        StandInAWS { call in
            let reply = override(call)
            guard case .usual = reply else { return reply }
            let lists = [
                "ListRoles": "Roles", "ListRolePolicies": "PolicyNames",
                "ListAttachedRolePolicies": "AttachedPolicies", "ListUserPolicies": "PolicyNames",
                "ListAttachedUserPolicies": "AttachedPolicies", "ListMFADevices": "MFADevices",
                "ListGroupsForUser": "Groups", "ListAccessKeys": "AccessKeyMetadata",
                "ListSigningCertificates": "Certificates", "ListSSHPublicKeys": "SSHPublicKeys",
                "ListServiceSpecificCredentials": "ServiceSpecificCredentials",
                "SimulatePrincipalPolicy": "EvaluationResults",
            ]
            if let list = lists[call.operation] { return query(call.operation, "<\(list)/>") }
            switch call.operation {
            case "GetRole":
                let name = call["RoleName"]
                return query(
                    "GetRole",
                    "<Role><Arn>arn:aws:iam::1:role/\(name)</Arn>"
                        + "<AssumeRolePolicyDocument>%7B%7D</AssumeRolePolicyDocument></Role>")
            case "GetUser":
                return query(
                    "GetUser", "<User><Arn>arn:aws:iam::1:user/\(call["UserName"])</Arn></User>")
            case "GetLoginProfile": return query("GetLoginProfile", "<LoginProfile></LoginProfile>")
            case "GenerateCredentialReport":
                return query("GenerateCredentialReport", "<State>COMPLETE</State>")
            default: return .usual
            }
        }
    }
}

extension StandInAWS.Call {
    /// A field of the Query protocol, as it is encoded.
    subscript(field: String) -> String {
        body.split(separator: "&").first { $0.hasPrefix(field + "=") }
            .map { String($0.dropFirst(field.count + 1)) } ?? ""
    }
}

import Text

/// Sign-ins that were turned into keys: `aws login`, applications and agents, Identity Center.
extension Alert {
    /// Ends the keys of one sign-in, and their renewal; nothing without a sign-in's ARN.
    ///
    /// Source: AWS Sign-In API Reference, BatchRevokeSessions: it ends renewal. Keys that were issued live
    /// on for up to 15 minutes, unless a policy denies `aws:SignInSessionArn`.
    var signInSessionSteps: [Step] {
        guard let arn = actor.signInSessionARN, Alert.isSafeARN(arn) else { return [] }
        var steps: [Step] = []
        let account = principal.arn?.partOfARN(4) ?? principal.accountID ?? placeID
        let intro = "\(unless)stop the keys that this sign-in was turned into, in \(words(account))"
        if let name = safeActorName, principal.type == "IAMUser" {
            steps.append(
                Step(intro, [shell.deny(signInSession: arn, ofUser: name)], pages: [userPage(name)])
            )
        } else if let (name, _) = actingRole, !Alert.isIdentityCenter(role: actingRoleARN) {
            steps.append(
                Step(
                    intro, [shell.deny(signInSession: arn, ofRole: name)],
                    pages: [page("iam/home#/roles/details/\(name.urlEncoded)")]))
        }
        steps.append(
            Step(
                "End its renewal, in \(words(account)), from a version of the AWS CLI or an SDK that "
                    + "knows BatchRevokeSessions, or in the console",
                [shell.endRenewal(ofSignInSession: arn, principal: signInPrincipal)],
                pages: [page("iam/home")]))
        return steps
    }

    /// The identity that owns the sign-in: a role, not its session, with the path of its ARN.
    private var signInPrincipal: String? {
        let arn = actingRole == nil ? principal.arn : actingRoleARN
        return arn.flatMap { Alert.isSafeARN($0) ? $0 : nil }
    }

    /// An application or agent with somebody's token: the token, then who gave it.
    var applicationSteps: [Step] {
        var steps = signInSessionSteps
        if let name = safeActorName {
            steps.append(lock(name, in: principal.arn?.partOfARN(4) ?? principal.accountID))
        } else if let (name, account) = actingRole {
            steps.append(revoke(name, in: account))
        }
        return steps
    }

    // MARK: Identity Center

    /// A user of IAM Identity Center, in the portal or in a session of its roles.
    var identityCenterSteps: [Step] {
        var steps: [Step] = []
        if takenIdentityCenterRole == nil {
            steps.append(identityCenterSession(in: principal.accountID ?? placeID))
        }
        if let id = identityCenterUserID {
            let place = identityCenterRegion.map { " --region \($0)" } ?? ""
            steps.append(
                Step(
                    "Take away what they are assigned, in the management account, in Identity Center's "
                        + "Region: each permission set and group that these name",
                    [
                        "aws sso-admin list-account-assignments-for-principal --principal-type USER "
                            + "--principal-id \(id) --instance-arn "
                            + "$(aws sso-admin list-instances --query 'Instances[0].InstanceArn' "
                            + "--output text\(place))\(place)"
                    ], pages: [identityCenterPage]))
        }
        return steps
    }

    private var takenIdentityCenterRole: String? {
        guard kind == .assumeRole || kind == .assumeRoleWithSAML || kind == .switchRole,
            Alert.isIdentityCenter(role: role.arn)
        else { return nil }
        return safeRoleName
    }

    /// Ends a person's sessions of Identity Center: its roles cannot be changed, so a service control
    /// policy denies the person.
    ///
    /// Source: IAM Identity Center User Guide, "Revoke active IAM role sessions created by permission
    /// sets" and "Revoke access for deleted users".
    func identityCenterSession(in account: String?) -> Step {
        if isManagement(account) {
            return Step(
                "\(unless)end the sessions in IAM Identity Center (Users, the user, tab Active sessions, "
                    + "Delete), disable the user there, and remove the assignments to "
                    + "\(words(account)): no service control policy binds the management account, so "
                    + "sessions of its roles last until they expire", pages: [identityCenterPage])
        }
        let words =
            "\(unless)end the sessions in IAM Identity Center (Users, the user, tab Active sessions, "
            + "Delete), and revoke what they hold in \(words(account)) by a policy that the "
            + "management account attaches (it does not bind the management account itself)"
        guard let account, Alert.isAccountID(account), let condition = identityCenterCondition
        else {
            return Step(words, pages: [identityCenterPage])
        }
        return Step(
            words,
            [shell.attachPolicy(policyName("stop-user", account), to: account, where: condition)],
            pages: [identityCenterPage])
    }

    private var identityCenterCondition: String? {
        if let id = identityCenterUserID {
            return #"{"StringEquals":{"identitystore:UserId":"\#(id)"}}"#
        }
        // Identity Center names a role's session after the user.
        let session = principal.arn?.contains(":assumed-role/") == true ? principal.arn : nil
        let name = session?.afterLast(UInt8(ascii: "/")) ?? role.sessionName
        guard let name, Alert.isSafeName(name) else { return nil }
        return #"{"StringLike":{"aws:userid":"*:\#(name)"}}"#
    }

    private var identityCenterUserID: String? {
        guard person.source == .identityCenterUserID, let id = person.name, Alert.isSafeName(id)
        else { return nil }
        return id
    }

    var identityCenterPage: String? {
        page("singlesignon/home" + (identityCenterRegion.map { "?region=\($0)" } ?? ""))
    }
}

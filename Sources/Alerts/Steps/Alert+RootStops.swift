import Text

/// The root user, and sessions that the management account takes of it.
extension Alert {
    /// Use of the root user's own credentials.
    var rootStops: [Step] {
        var steps = [
            Step(
                "\(unless)sign in as root with the sealed credentials, change the password, remove "
                    + "every MFA device and access key that is not yours",
                pages: [page("iam/home#/security_credentials")])
        ]
        let condition =
            #"{"StringLike":{"aws:PrincipalArn":"arn:\#(partition):iam::*:root"}}"#
        if isManagement(rootAccount) {
            steps.append(
                Step(
                    "If you cannot get in: open a case with AWS Support. This is the management account: "
                        + "no service control policy binds its root",
                    pages: [page("support/home#/case/create")]))
        } else if let id = rootAccount, Alert.isAccountID(id) {
            steps.append(
                Step(
                    "If you cannot get in: from the management account deny root everything in "
                        + "\(words(id)), and open a case with AWS Support. No policy binds root of the "
                        + "management account itself",
                    [shell.attachPolicy(policyName("stop-root", id), to: id, where: condition)],
                    pages: [page("iam/home#/root-access-management")]))
        }
        return steps
    }

    /// A session of `AssumeRoot`: 15 minutes, one task.
    var rootTaskSteps: [Step] {
        var steps: [Step] = []
        if let id = rootAccount { steps.append(denyRootTask(in: id)) }
        steps.append(
            Step(
                "Find who took it, in the management account or the delegated administrator for IAM, "
                    + "and lock them there: root's own password was not used",
                [Commands.lookUp("EventName", "AssumeRoot", in: lookUpRegion)],
                pages: [historyPage("EventName=AssumeRoot")]))
        return steps
    }

    /// Denies a member account's root sessions until they are over.
    ///
    /// Source: IAM User Guide, "AWS global condition context keys": `aws:AssumedRoot`.
    func denyRootTask(in account: String) -> Step {
        let words =
            "\(unless)deny the root session, from the management account, and take the policy away "
            + "when its 15 minutes are over"
        guard Alert.isAccountID(account), !isManagement(account) else {
            return Step(words, pages: [policiesPage])
        }
        let condition = #"{"Null":{"aws:AssumedRoot":"false"}}"#
        return Step(
            words,
            [
                shell.attachPolicy(
                    policyName("stop-root-task", account), to: account, where: condition)
            ],
            pages: [policiesPage])
    }

    private var policiesPage: String? {
        page("organizations/v2/home/policies/service-control-policy")
    }

    private var rootAccount: String? {
        principal.arn?.partOfARN(4) ?? principal.accountID ?? account.recordedIn
    }
}

import AccessPlan
import Snapshots
import Text

extension DriftCheck {
    /// A user can become a role, and nothing else.
    public static let breakGlassUsersCarryThePlannedPolicies = DriftCheck(
        id: "break-glass-users-carry-the-planned-policies",
        title: "Each break-glass user may take the planned roles with MFA, and nothing else",
        question: .ready,
        rationale: """
            The users themselves are meant to do nothing but set up their own sign-in and take \
            BreakGlassRole. Anything more is power without the alert that the role's use raises; \
            anything less is discovered at three in the morning.
            """,
        severity: .high,
        remediation: "Deploy the access template again, and find out who changed the user.",
        reference:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html",
        explainedBy: ["break-glass-users-can-sign-in"],
        applies: \.hasUsers,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            for (name, user) in findings.users(of: plan, in: snapshot) {
                findings.compare(user, name, plan)
            }
            return findings.all
        })
}

extension Findings {
    fileprivate mutating func compare(_ user: Snapshot.User, _ name: String, _ plan: Plan) {
        let arn = plan.userARN(name)
        let before = missing
        for group in read(user.groups) { drift(arn, "user \(name) is in group \(group)") }
        compareBoundary(of: user, name, plan)
        for policy in user.permissions.attached.items where policy.isOwnedByAWS {
            drift(arn, "user \(name) carries \(policy.arn)")
        }
        let targets = Set(plan.accounts.map { plan.roleARN(RoleNames.breakGlass, in: $0.id) })
        var reached: Set<String> = []
        var isRefusedWithoutMFA = false
        for (policy, document) in user.permissions.documents(of: name, findings: &self) {
            for statement in document.statements {
                if statement.effect == .deny {
                    if statement.refusesWithoutMFA { isRefusedWithoutMFA = true }
                    if statement.conditions.isEmpty, statement.concerns(action: "sts:AssumeRole"),
                        targets.contains(where: { statement.concerns(resource: $0) })
                    {
                        drift(arn, "policy \(policy) of user \(name) denies sts:AssumeRole")
                    }
                    continue
                }
                for excess in statement.excess(user: name, targets: targets) {
                    drift(arn, "policy \(policy) of user \(name) allows \(excess)")
                }
                if statement.concerns(action: "sts:AssumeRole") {
                    reached.formUnion(targets.filter { statement.concerns(resource: $0) })
                }
            }
        }
        guard missing == before else { return }
        if !isRefusedWithoutMFA {
            drift(arn, "user \(name) may act without MFA")
        }
        for target in targets.subtracting(reached).sorted() {
            drift(arn, "user \(name) may not take \(target)")
        }
    }
}

extension Findings {
    /// A boundary is the most a user may do: without it nothing holds later changes, and a wrong one
    /// holds back everything.
    fileprivate mutating func compareBoundary(
        of user: Snapshot.User, _ name: String, _ plan: Plan
    ) {
        let arn = plan.userARN(name)
        guard let boundary = user.boundary else {
            return drift(arn, "user \(name) has no permissions boundary")
        }
        guard let text = read(boundary.text) else { return }
        compare(arn) { () throws(Unavailable) in
            let document = try PolicyDocument(text, name: "the boundary of user \(name)")
            let roles = plan.accounts.map { plan.roleARN(RoleNames.breakGlass, in: $0.id) }
            return roles.filter { role in
                !document.allowing.contains {
                    $0.concerns(action: "sts:AssumeRole") && $0.concerns(resource: role)
                }
            }.map { "the boundary of user \(name) keeps it from taking \($0)" }
        }
    }
}

extension PolicyStatement {
    /// Whether a resource is BreakGlassRole of any account, narrowed to the organization: what the
    /// template writes when the accounts do not fit into a policy.
    fileprivate func isOurRoleAnywhere(_ resource: String) -> Bool {
        resource.hasSuffix(":iam::*:role/\(RoleNames.breakGlass)")
            && values(of: "aws:resourceorgid", tests: ["StringEquals"]) != nil
    }

    /// What people need to set up their own sign-in: reading is harmless, the rest is for themselves.
    private static let ownSignIn: Set<String> = [
        "iam:changepassword", "iam:createvirtualmfadevice", "iam:enablemfadevice",
        "iam:resyncmfadevice", "iam:deletevirtualmfadevice", "iam:deactivatemfadevice",
    ]

    /// Whether it denies nearly everything without MFA.
    fileprivate var refusesWithoutMFA: Bool {
        guard effect == .deny, actions.contains("*") || !notActions.isEmpty,
            concerns(action: "sts:AssumeRole"), concerns(resource: "*") || resources == ["*"]
        else { return false }
        return conditions
            == [
                PolicyCondition(
                    test: "BoolIfExists", key: "aws:multifactorauthpresent", values: ["false"])
            ]
    }

    /// What it allows beyond what a break-glass user is meant to do.
    fileprivate func excess(user: String, targets: Set<String>) -> [String] {
        if !notActions.isEmpty { return ["nearly everything"] }
        var excess: [String] = []
        for action in actions.sorted() {
            let word = action.foldedName
            if word.hasPrefix("iam:get") || word.hasPrefix("iam:list")
                || word == "sts:getcalleridentity"
            {
                continue
            }
            if ["sts:assumerole", "sts:setsourceidentity", "sts:tagsession"].contains(word) {
                excess += resources.subtracting(targets)
                    .filter { !isOurRoleAnywhere($0) && !$0.isIdentityRepair }
                    .sorted().map { "\(action) on \($0)" }
            } else if Self.ownSignIn.contains(word) {
                excess += resources.filter { !$0.isOwn(user) }.sorted().map { "\(action) on \($0)" }
            } else {
                excess.append(action)
            }
        }
        return excess + notResources.sorted().map { "something on all but \($0)" }
    }
}

extension String {
    /// Whether a resource is the role in the management account that repairs Identity Center: the
    /// template names it whether or not there is one.
    fileprivate var isIdentityRepair: Bool {
        (try? ARN(self))?.resource == "role/\(AlertPathNames.identityRepairRole)"
    }

    /// Whether a resource is a user's own: the user, or an MFA device of that name.
    fileprivate func isOwn(_ user: String) -> Bool {
        let name = split(separator: "/", maxSplits: 1).last.map(String.init) ?? ""
        return (contains(":user/") || contains(":mfa/"))
            && (name.hasPrefix("${aws:username}") || name == user)
    }
}

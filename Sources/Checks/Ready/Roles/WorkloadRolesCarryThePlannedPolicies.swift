import AccessPlan
import Snapshots

extension DriftCheck {
    /// They may do what was planned.
    public static let workloadRolesCarryThePlannedPolicies = DriftCheck(
        id: "workload-roles-carry-the-planned-policies",
        title: "The roles for work carry exactly the planned policies",
        question: .ready,
        rationale: """
            A policy that is missing leaves people without what they need at three in the morning; \
            one that was added is power that nobody planned, waiting behind the door.
            """,
        severity: .high,
        remediation:
            "Deploy the workload template again, and find out who changed the role's policies.",
        reference:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html",
        explainedBy: ["workload-roles-exist"],
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            let kinds = Dictionary(
                plan.roles.map { (RoleNames.workload($0.name), $0) },
                uniquingKeysWith: { first, _ in first })
            for (name, account) in plan.rolesForWork {
                guard let role = findings.read(snapshot.role(name, in: account)) else { continue }
                let managed =
                    name == RoleNames.breakGlass
                    ? plan.breakGlassRole.managedPolicies : kinds[name]?.managedPolicies ?? []
                let place = "role \(name) in \(words(account))"
                let arn = plan.roleARN(name, in: account)
                findings.compare(
                    attached: role, to: Set(managed.map(plan.policyARN)), arn, place)
                findings.compare(
                    inline: role, to: kinds[name]?.inlinePolicies ?? [], plan, arn, place,
                    at: snapshot.takenAt)
            }
            return findings.all
        })
}

extension Findings {
    fileprivate mutating func compare(
        attached role: Snapshot.Role, to planned: Set<String>, _ resource: String, _ place: String
    ) {
        let list = role.permissions.attached
        let seen = Set(read(list).map(\.arn))
        for extra in seen.subtracting(planned).sorted() {
            drift(resource, "\(place) carries \(extra), which is not planned")
        }
        guard list.unread == nil else { return }
        for missing in planned.subtracting(seen).sorted() {
            drift(resource, "\(place) does not carry \(missing)")
        }
    }

    /// Inline policies are compared by content. Their names do not matter.
    fileprivate mutating func compare(
        inline role: Snapshot.Role, to files: [String], _ plan: Plan, _ resource: String,
        _ place: String, at now: Int
    ) {
        var planned: [(file: String, statements: Set<PolicyStatement>)] = []
        for file in files {
            guard let text = plan.policyTexts[file] else {
                gap(Unavailable("the plan's file \(file)", .notConfigured))
                continue
            }
            guard let meant = document(text, "the plan's file \(file)") else { continue }
            planned.append((file, meant))
        }
        let isWhole = planned.count == files.count
        for policy in read(role.permissions.inline) {
            guard let says = document(policy.text, "policy \(policy.name) of \(place)") else {
                continue
            }
            if says.count == 1, says.allSatisfy({ $0.isRevocation(now: now) }) { continue }
            if let index = planned.firstIndex(where: { $0.statements == says }) {
                planned.remove(at: index)
            } else if isWhole {
                drift(resource, "\(place) carries the inline policy \(policy.name), not as planned")
            }
        }
        guard role.permissions.inline.unread == nil else { return }
        for (file, _) in planned {
            drift(resource, "\(place) does not carry what \(file) says")
        }
    }

    /// A document without the names of its statements.
    private mutating func document(_ text: String, _ name: String) -> Set<PolicyStatement>? {
        do throws(Unavailable) {
            return Set(
                try PolicyDocument(text, name: name).statements.map { statement in
                    var statement = statement
                    statement.name = nil
                    return statement
                })
        } catch {
            gap(error)
            return nil
        }
    }
}

import AccessPlan
import Snapshots

extension DriftCheck {
    /// A group's name becomes its role.
    public static let groupNamesResolveToRoles = DriftCheck(
        id: "group-names-resolve-to-roles",
        title: "The app's group filter and role pattern turn each group's name into its role",
        question: .ready,
        rationale: """
            The app makes the role's ARN of the group's name, by a filter and a pattern. Okta's \
            default filter expects four parts, the guide's names have three: then nobody sees any \
            role.
            """,
        severity: .critical,
        remediation: """
            Set filter and pattern as "breakglass plan idp" prints them; it tries them on every \
            group's name first.
            """,
        reference:
            "https://help.okta.com/en-us/content/topics/deploymentguides/aws/aws-enable-role-based.htm",
        explainedBy: ["federation-app-exists"],
        applies: { $0.has(.okta) },
        evaluate: { (snapshot, plan) throws(Unavailable) in
            let app = try snapshot.identityProvider.app.get()
            let settings = try app.federation.get()
            let matches = try GroupFilter.matches(
                of: plan.emergencyRoles.map(\.groupName), filter: settings.groupFilter)
            var findings = Findings()
            for (role, match) in zip(plan.emergencyRoles, matches) {
                guard let parts = match else {
                    findings.drift(app.id, "the app's group filter does not fit \(role.groupName)")
                    continue
                }
                let value = parts.reduce(settings.roleValuePattern) { pattern, part in
                    pattern.replacing("${\(part.key)}", with: part.value)
                }
                let made = Set(value.split(separator: ",").map(String.init))
                if made != [plan.providerARN ?? "", role.arn] {
                    findings.drift(
                        app.id, "the app makes \(value) of \(role.groupName), not \(role.arn)")
                }
            }
            return findings.all
        })
}

extension GroupFilter {
    /// What a filter extracts from each name. A filter that cannot be evaluated is not checked.
    fileprivate static func matches(
        of names: [String], filter: String
    ) throws(Unavailable) -> [[String: String]?] {
        do throws(Unreadable) {
            let filter = try GroupFilter(filter)
            return try names.map { name throws(Unreadable) in try filter.match(name) }
        } catch {
            throw Unavailable(error.filter, .malformed, detail: error.why)
        }
    }
}

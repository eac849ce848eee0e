import AccessPlan
import Snapshots

extension DriftCheck {
    /// Nobody gets in by themselves.
    public static let noRuleFillsAnEmergencyGroup = DriftCheck(
        id: "no-rule-fills-an-emergency-group",
        title: "No rule puts people into an emergency group",
        question: .shut,
        rationale: """
            A group rule or a dynamic membership fills a group without anybody deciding it: the \
            group may be empty tonight and full tomorrow, when a profile changes.
            """,
        severity: .critical,
        remediation: "Deactivate and delete the rule, and find out who made it.",
        reference:
            "https://developer.okta.com/docs/api/openapi/okta-management/management/GroupRule/",
        applies: { $0.has(.okta, .entra, .adfs, .other) },
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let names = Dictionary(
                plan.emergencyRoles.flatMap { role in role.groups.map { ($0, role.groupName) } },
                uniquingKeysWith: { first, _ in first })
            for rule in findings.read(snapshot.identityProvider.groupRules) {
                for group in rule.groups {
                    guard let name = names[group] else { continue }
                    let isActive = rule.status.uppercased() == "ACTIVE"
                    findings.drift(
                        rule.id,
                        "rule \(rule.name) (\(rule.status.lowercased())) puts people into \(name)",
                        severity: isActive ? nil : .medium)
                }
            }
            return findings.all
        })
}

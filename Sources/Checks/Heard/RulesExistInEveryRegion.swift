import AccessPlan
import Snapshots

extension DriftCheck {
    /// The rules exist in every enabled Region of every account.
    public static let rulesExistInEveryRegion = DriftCheck(
        id: "rules-exist-in-every-region",
        title: "Every enabled Region of every planned account has our rules",
        question: .heard,
        rationale: """
            A sign-in is recorded in the Region of its endpoint, and a role can be taken in any. A \
            Region without our rules is one in which nobody hears it; a newly enabled one has none.
            """,
        severity: .critical,
        remediation: """
            Deploy the Region template there, and find out why the rules are not. Where a policy of the \
            organization denies the Region, exempt stacksets-exec-*, or waive ACCOUNT/REGION or \
            */REGION with a reason: breakglass preflight regions names them.
            """,
        reference:
            "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html",
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            findings.readRules(snapshot, plan, waivedToo: true) { findings, place, rules in
                let seen = Set(rules.map(\.name))
                let missing = place.expected.filter { !seen.contains($0) }
                guard place.isWhole || place.isWaived, !missing.isEmpty else { return }
                let what =
                    seen.isDisjoint(with: place.expected)
                    ? "none of our rules" : "no rule \(missing.joined(separator: ", "))"
                findings.drift(place.resource, "\(place.words) has \(what)")
            }
            return findings.all
        })
}

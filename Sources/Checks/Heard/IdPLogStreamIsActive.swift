import AccessPlan
import Snapshots

extension DriftCheck {
    /// Changes at the identity provider are reported at once.
    public static let idpLogStreamIsActive = DriftCheck(
        id: "idp-log-stream-is-active",
        title: "The identity provider streams its log to EventBridge in the emergency account",
        question: .heard,
        rationale: """
            With the stream, somebody who opens the app or fills a group is heard within minutes; \
            without it, in the night.
            """,
        severity: .medium,
        remediation: "Activate the log stream, or set one up as \"breakglass plan idp\" says.",
        reference:
            "https://developer.okta.com/docs/api/openapi/okta-management/management/LogStream/",
        applies: { $0.has(.okta) },
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let list = snapshot.identityProvider.logStreams
            let ours = findings.read(list).filter {
                $0.kind == "aws_eventbridge"
                    && ($0.account ?? plan.emergencyAccount) == plan.emergencyAccount
            }
            if ours.contains(where: { $0.status.uppercased() == "ACTIVE" }) { return [] }
            if ours.isEmpty, list.unread == nil {
                findings.drift("log streams", "no log stream leads to the emergency account")
            }
            for stream in ours {
                findings.drift(
                    stream.name, "log stream \(stream.name) is \(stream.status.lowercased())")
            }
            return findings.all
        })
}

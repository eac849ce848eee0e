import AccessPlan
import Snapshots

extension DriftCheck {
    /// The identity provider holds no key to AWS.
    public static let appHoldsNoAWSKeys = DriftCheck(
        id: "app-holds-no-aws-keys",
        title: "The federation app holds no AWS access key",
        question: .shut,
        rationale: """
            With group mapping the app needs no key. One that it holds is a long-lived credential \
            outside AWS, readable by the identity provider's administrators.
            """,
        severity: .medium,
        remediation: "Clear the app's access key and secret key, and delete that key in IAM.",
        reference:
            "https://help.okta.com/en-us/content/topics/deploymentguides/aws/aws-enable-role-based.htm",
        explainedBy: ["federation-app-exists"],
        applies: { $0.has(.okta) },
        evaluate: { (snapshot, _) throws(Unavailable) in
            let app = try snapshot.identityProvider.app.get()
            let settings = try app.federation.get()
            var findings = Findings()
            if settings.holdsAWSKey {
                findings.drift(app.id, "app \(app.label) holds an AWS access key")
            }
            return findings.all
        })
}

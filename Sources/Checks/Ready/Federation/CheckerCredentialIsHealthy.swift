import AccessPlan
import Snapshots

extension DriftCheck {
    /// The checker can go on looking, and can do nothing else.
    public static let checkerCredentialIsHealthy = DriftCheck(
        id: "checker-credential-is-healthy",
        title: "The checker reads the identity provider with exactly the planned read-only scopes",
        question: .ready,
        rationale: """
            A checker that cannot sign in sees nothing; one that may write is a way in for whoever \
            takes it over.
            """,
        severity: .high,
        remediation: """
            Enable the KMS key that signs for the checker, and grant its app the scopes that \
            "breakglass plan idp" lists and no other.
            """,
        reference:
            "https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/",
        applies: { $0.has(.okta, .entra) },
        evaluate: { (snapshot, plan) throws(Unavailable) in
            let credential = try snapshot.identityProvider.credential.get()
            var findings = Findings()
            let resource = plan.identityProvider?.client ?? "the checker's credential"
            if let key = credential.keyState {
                findings.demand(key, resource, "the checker's signing key does not exist")
                if let state = key.value, state != "Enabled" {
                    findings.drift(resource, "the checker's signing key is \(state)")
                }
                // A key that signs nothing explains that nothing is known of what was granted.
                if credential.scopes.isEmpty, !findings.isEmpty { return findings.all }
            }
            let planned = Set(
                plan.has(.okta)
                    ? FederationSetup.oktaScopes : FederationSetup.graphPermissions)
            let granted = Set(credential.scopes)
            if granted.isEmpty {
                if plan.has(.okta) {
                    findings.note(
                        resource, "the checker signs in with a token, which has no scopes")
                } else {
                    findings.gap(
                        Unavailable(
                            "what the checker was granted", .malformed,
                            detail: "its token names no permission"))
                }
                return findings.all
            }
            for scope in planned.subtracting(granted).sorted() {
                findings.drift(resource, "the checker was not granted \(scope)")
            }
            for scope in granted.subtracting(planned).sorted() {
                findings.drift(resource, "the checker was granted \(scope), which is not planned")
            }
            return findings.all
        })
}

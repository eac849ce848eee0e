import AccessPlan
import Snapshots
import Text

extension DriftCheck {
    /// The app does what it seems to do.
    public static let appSettingsAreSane = DriftCheck(
        id: "app-settings-are-sane",
        title: "The app maps groups to roles, one by one, for this partition's sign-in endpoint",
        question: .ready,
        rationale: """
            Without group mapping the filter is ignored; with all roles joined, roles from \
            elsewhere come along; a filter for another source of groups hides ours; an assertion \
            sent to an endpoint that no trust policy names is refused.
            """,
        severity: .high,
        remediation: "Set the app up as \"breakglass plan idp\" prints it.",
        reference:
            "https://help.okta.com/en-us/content/topics/deploymentguides/aws/aws-configure-aws-app.htm",
        explainedBy: ["federation-app-exists"],
        applies: { $0.has(.okta) },
        evaluate: { (snapshot, plan) throws(Unavailable) in
            let app = try snapshot.identityProvider.app.get()
            let settings = try app.federation.get()
            var findings = Findings()
            func drift(_ fact: String) { findings.drift(app.id, "app \(app.label) \(fact)") }
            if !settings.usesGroupMapping { drift("does not map groups to roles") }
            if settings.joinsAllRoles { drift("joins all roles") }
            let source = snapshot.identityProvider.sourceOfGroups
            if let source, !settings.appFilter.isSameName(as: source) {
                drift("takes groups from \"\(settings.appFilter)\", ours are from \"\(source)\"")
            }
            if !plan.fits(environment: settings.environmentType) {
                drift("is for \"\(settings.environmentType)\", not for partition \(plan.partition)")
            }
            if let arn = settings.providerARN, arn != plan.providerARN {
                drift("names the provider \(arn)")
            }
            if let address = settings.overrideACS {
                for role in plan.emergencyRoles {
                    let seen = snapshot.role(role.name, in: plan.emergencyAccount)
                    guard let trust = seen.value, !trust.accepts(audience: address) else {
                        continue
                    }
                    drift("posts to \(address), which \(role.name) does not accept")
                }
            }
            return findings.all
        })
}

extension Snapshot.IdentityProvider {
    /// Where the emergency groups are mastered, in the words of `appFilter`; `nil` when no group
    /// could be read, or they differ.
    fileprivate var sourceOfGroups: String? {
        let sources = Set(
            groups.values.compactMap(\.value).map { group in
                if case .directory = group.master { "active_directory" } else { "okta" }
            })
        return sources.count == 1 ? sources.first : nil
    }
}

extension Plan {
    /// Whether the app's AWS environment is the plan's partition.
    fileprivate func fits(environment: String) -> Bool {
        let word = environment.lowercased()
        switch partition {
        case "aws": return word == "aws.amazon"
        case "aws-us-gov": return word.contains("gov")
        case "aws-cn": return word.contains("china") || word.contains("cn")
        default: return !word.isEmpty
        }
    }
}

extension Snapshot.Role {
    /// Whether its trust policy names an audience; true if it cannot be read: another check reports
    /// that.
    fileprivate func accepts(audience: String) -> Bool {
        guard let trust = try? TrustPolicy(of: self) else { return true }
        return trust.document.allowing.contains {
            $0.values(of: "saml:aud", tests: ["StringEquals"])?.contains(audience) ?? false
        }
    }
}

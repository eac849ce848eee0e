import AWSClient
import Rollout

extension PlanDraft {
    /// The trails that were found; deployment judges them and names the one that is fit.
    var trailLines: [String] {
        let lines = [
            "## The trail through which EventBridge receives events. Deployment judges what it finds, and",
            "## writes this line or makes a trail.",
        ]
        switch survey.trails {
        case .unread(let why): return lines + wrapped("Trails could not be read: \(why)")
        case .found(let trails) where trails.isEmpty:
            return lines + ["## No trail logs account \(survey.account)."]
        case .found(let trails):
            return lines
                + trails.map { trail in
                    let kind = trail.isOrganization ? "the organization's" : "of one account"
                    let reach = trail.isMultiRegion ? "all Regions" : trail.homeRegion + " alone"
                    return "#trail: \(trail.arn)  # \(kind), \(reach)"
                }
        }
    }

    /// The identity providers that were found.
    var providerLines: [String] {
        var lines = [
            "## The access path when IAM Identity Center is down and the identity provider is up; see",
            "## breakglass plan idp.",
        ]
        switch survey.providers {
        case .unread(let why): lines += wrapped("SAML providers could not be read: \(why)")
        case .found(let arns) where arns.isEmpty:
            lines.append("## Account \(survey.account) has no SAML provider.")
        case .found(let arns):
            lines += arns.map { "## SAML provider of account \(survey.account): \(plain($0))" }
        }
        switch survey.centers {
        case .unread(let why): lines += wrapped("Identity Center could not be read: \(why)")
        case .found(let centers) where centers.isEmpty:
            lines.append("## Identity Center shows no instance to account \(survey.account).")
        case .found(let centers):
            for center in centers {
                lines += [
                    "## Identity Center in \(center.region): \(plain(center.instance.arn))",
                    "#identityProvider:", "#  kind: identity-center",
                    "#  region: \(center.region)",
                    "#  identityStore: \(plain(center.instance.identityStoreID))",
                    "#  samlProvider: IdentityCenter",
                ]
            }
        }
        return lines
    }

    /// A comment of one or more lines.
    func wrapped(_ text: String) -> [String] {
        var lines = ["##"]
        for word in plain(text).split(separator: " ") {
            if lines[lines.count - 1].count + word.count > 98 { lines.append("##") }
            lines[lines.count - 1] += " \(word)"
        }
        return lines
    }

    /// Text for a comment: one line.
    func plain(_ text: String) -> String {
        String(
            text.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
    }

    /// A scalar of YAML in quotes.
    func quoted(_ text: String) -> String {
        "\"" + plain(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

import AccessPlan
import Alerts
import Text
import Time

/// What is done with the tokens of the sign-in service (`aws login`, OAuth) names the sign-in session
/// (`signInSessionArn`), not the keys: they change every 15 minutes for up to 12 hours.
extension Reading {
    /// The sign-in session that acted.
    var signInCaller: SessionHop.Caller? {
        guard let (arn, id) = signInSession, !beginsToken || alert.actor.renews else { return nil }
        return SessionHop.Caller(session: arn, accessKeyID: id, began: nil, isOurs: false)
    }

    /// The sign-in session whose token was issued, or renewed.
    var issuedSignIn: SessionHop.Issued? {
        guard beginsToken, alert.outcome.result == .success, let (arn, id) = signInSession,
            let time = alert.eventTime.flatMap(Timestamp.init(iso8601:))
        else { return nil }
        let ends = Int(time.secondsSince1970) + Self.longestSignIn
        return SessionHop.Issued(session: arn, accessKeyID: id, ends: ends)
    }

    private var beginsToken: Bool {
        record.eventSource == SignIn.source
            && record.eventName?.hasPrefix("CreateOAuth2Token") ?? false
    }

    /// The ARN, and its id without hyphens.
    private var signInSession: (arn: String, id: String)? {
        guard let text = alert.actor.signInSessionARN, text.utf8.count <= 512,
            let arn = try? ARN(text), arn.service == "signin", arn.resource.hasPrefix("session/")
        else { return nil }
        let id = arn.lastPathComponent.uppercased().replacing("-", with: "")
        return SessionLink.isKey(id) ? (text, id) : nil
    }

    /// Seconds.
    private static let longestSignIn = 12 * 3_600
}

public import AccessPlan
public import Alerts
import Text
import Time

/// What an event proves about emergency access, for the nightly check: a path that worked.
public struct Proof: Sendable, Hashable {
    /// What worked.
    public enum Fact: Sendable, Hashable {
        /// A canary arrived from an account and a Region.
        case canary(account: String, region: String)
        /// A person signed in through one of the two access paths.
        case entry(AccessPath)
    }

    /// What worked.
    public var fact: Fact

    /// When it happened: seconds since 1970.
    public var time: Int
}

extension EventReader {
    /// What an alert proves, or `nil`.
    ///
    /// A canary counts for the account whose role was assumed, if that account recorded it. A
    /// sign-in counts if it succeeded, whether or not a drill was declared.
    public func proof(of alert: Alert) -> Proof? {
        guard alert.outcome.result == .success, let fact = fact(of: alert),
            let time = alert.eventTime.flatMap(Timestamp.init(iso8601:))
        else { return nil }
        return Proof(fact: fact, time: Int(time.secondsSince1970))
    }

    private func fact(of alert: Alert) -> Proof.Fact? {
        switch alert.kind {
        case .canary:
            guard let account = alert.account.target, account == alert.account.recordedIn,
                let region = alert.awsRegion ?? alert.region
            else { return nil }
            return .canary(account: account, region: region)
        case .consoleSignIn:
            guard alert.due, alert.principal.type == "IAMUser", let user = alert.principal.name,
                breakGlassUsers.contains(where: { $0.isSameName(as: user) })
            else { return nil }
            return .entry(.user)
        case .assumeRoleWithSAML:
            return alert.due && alert.role.access != nil ? .entry(.federation) : nil
        default:
            return nil
        }
    }
}

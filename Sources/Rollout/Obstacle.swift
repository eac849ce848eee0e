// Rollout: deploys what a plan asks for, shows it first, and takes it down again. What is decided
// without AWS is in Deployment; what is printed, in BreakGlassCLI.

public import AWSClient
import Deployment

/// What stands in the way of a run: where, what it is about, the reason, and the next step.
public struct Obstacle: Error, Sendable, Hashable {
    /// The account; `nil` where it is about none.
    public var account: String?

    /// The Region; `nil` where it is about none.
    public var region: String?

    /// A stack, a resource or a step, e.g. `breakglass-hub`.
    public var subject: String

    /// What AWS says, or what was found.
    public var reason: String

    /// The next step, as a command where there is one.
    public var hint: String?

    /// Makes an obstacle.
    public init(
        account: String? = nil, region: String? = nil, _ subject: String, _ reason: String,
        hint: String? = nil
    ) {
        self.account = account
        self.region = region
        self.subject = subject
        self.reason = reason
        self.hint = hint
    }

    /// A call that failed.
    public init(
        _ failure: AWS.Failure, at site: Site, _ region: String, _ subject: String,
        hint: String? = nil
    ) {
        let (fact, told) = "\(failure)".factAndHint
        self.init(
            account: site.account, region: region, subject, fact, hint: hint ?? told)
    }
}

extension Obstacle: CustomStringConvertible {
    /// `account 111122223333, eu-west-1, breakglass-hub: REASON`, and a `hint:` line.
    public var description: String {
        let place = [account.map { "account \($0)" }, region, subject].compactMap { $0 }
        return place.joined(separator: ", ") + ": " + reason + (hint.map { "\nhint: \($0)" } ?? "")
    }
}

import AWSClient
import Deployment
import HTTP
public import System

/// How a run gets the credentials of an account: a profile, then a role; without both, what the
/// environment has.
public struct SignIn: Sendable, Hashable {
    /// Whose credentials these are.
    public enum Seat: String, Sendable {
        /// The emergency access account.
        case emergency
        /// The management account, or a delegated administrator of StackSets.
        case organization
        /// The management account, where the one above is an administrator.
        case management

        /// The option that names a profile; the one for a role ends in `role`.
        public var option: String { self == .emergency ? "--profile" : "--\(rawValue)-profile" }
    }

    /// Whose credentials these are.
    public let seat: Seat

    /// A profile of AWS's tools; `nil` for what the environment has.
    public let profile: String?

    /// A role's name or ARN that is assumed with these credentials; `nil` for none.
    public let role: String?

    /// Makes a sign-in.
    public init(_ seat: Seat, profile: String? = nil, role: String? = nil) {
        self.seat = seat
        self.profile = profile
        self.role = role
    }

    /// Whether an option was given.
    public var isGiven: Bool { profile != nil || role != nil }
}

extension SignIn {
    /// Signs in, and sees whose account it is.
    /// - Parameters:
    ///   - account: where a role without an ARN is, and whose credentials are wanted; `nil` for any.
    ///   - region: the plan's home Region.
    ///   - partition: the plan's partition.
    ///   - world: the machine.
    /// - Returns: the account, and whose credentials these are.
    /// - Throws: ``Obstacle`` where there are no credentials, or those of another account.
    public func site(
        _ account: String?, region: String, partition: String, in world: World
    ) async throws(Obstacle) -> Site {
        var option = seat.option
        let identity: STS.Identity
        let client: AWS.ConcurrentClient
        var caller: AWS.Caller
        do throws(AWS.Failure) {
            (client, caller) = try AWS.ConcurrentClient.forProfile(
                profile, region: region, in: world, retry: .deployment)
            if let role {
                option = option.replacing("profile", with: "role")
                guard role.hasPrefix("arn:") || account != nil else {
                    throw .configuration(setting: option, problem: "needs the role's whole ARN")
                }
                let arn =
                    role.hasPrefix("arn:")
                    ? role : "arn:\(partition):iam::\(account ?? ""):role/\(role)"
                let sessions = AWS.RoleSessions(
                    client: client, own: caller, region: region, sessionName: "breakglass-deploy",
                    roleARN: { _ in arn })
                caller = sessions.caller(in: seat.rawValue)
            }
            identity = try await client.send(
                STS.getCallerIdentity(), in: region, as: caller,
                before: world.deadline(after: Site.patience))
        } catch {
            throw .noCredentials(seat, option, error)
        }
        let found = identity.arn.split(separator: ":", omittingEmptySubsequences: false)
        guard found.count > 1, found[1] == partition else {
            throw Obstacle(
                "\(seat.rawValue) account",
                "the credentials are of partition \(found.dropFirst().first ?? "?"), and the "
                    + "plan's home Region is in \(partition)",
                hint: "name a profile of partition \(partition) with \(seat.option)")
        }
        guard account == nil || identity.account == account else {
            let wanted =
                seat == .emergency
                ? "the plan's emergency access account is" : "the management account is"
            throw Obstacle(
                "\(seat.rawValue) account",
                "the credentials are of account \(identity.account), and \(wanted) "
                    + (account ?? ""),
                hint: "name that account's profile with \(seat.option), or a role in it with "
                    + seat.option.replacing("profile", with: "role"))
        }
        return Site(
            account: identity.account, arn: identity.arn, client: client, caller: caller)
    }
}

extension Obstacle {
    fileprivate static func noCredentials(
        _ seat: SignIn.Seat, _ option: String, _ failure: AWS.Failure
    ) -> Obstacle {
        let (fact, hint) = "\(failure)".factAndHint
        return Obstacle(
            "\(seat.rawValue) account", "no credentials: \(fact)",
            hint: hint ?? "sign in, e.g. aws sso login, or name a profile with \(option)")
    }
}

extension RetryPolicy {
    /// For questions whose answer may be missing.
    static let question: RetryPolicy = {
        var policy = RetryPolicy.aws
        policy.maximumAttempts = 3
        return policy
    }()

    /// For calls that make something: CloudFormation may take a while to answer, and must not be asked
    /// twice meanwhile.
    static let deployment: RetryPolicy = {
        var policy = RetryPolicy.aws
        policy.attemptLimit = .seconds(120)
        return policy
    }()
}

// Partitions: AWS's partitions, with their Regions and host names. The only table of them.

/// A part of AWS that shares nothing with the others: its own accounts, ARNs and host names.
///
/// Sources: AWS General Reference, "Regional endpoints" and "AWS Sign-In endpoints"; AWS SDKs,
/// `partitions.json`. A field is nil where a partition has no such thing or nobody has checked it.
public struct Partition: Sendable, Hashable {
    /// Its name in ARNs: `aws`, `aws-cn`, `aws-us-gov`, ….
    public let name: String

    /// How the names of its Regions begin; nil for `aws`, which has all others.
    let regionPrefix: String?

    /// The end of its host names.
    public let dnsSuffix: String

    /// The end of its host names that have IPv6 addresses, too.
    public let dualStackSuffix: String

    /// The host at which people sign in, without a Region; the one of `aws` where no other is known.
    public var signInHost = "signin.aws.amazon.com"

    /// The Regions that are known to have a sign-in host of their own, `REGION.HOST`.
    public var signInRegions: [String] = []

    /// The console's host.
    public var consoleHost: String?

    /// The Region in which IAM is, and which answers at the sign-in host without a Region.
    public var globalRegion: String?

    /// The Regions that record sign-ins at the global endpoint, whichever Region people work in.
    ///
    /// Source: AWS Sign-In User Guide, "Signing in to the console: Regional endpoints"; CloudTrail User
    /// Guide, "AWS Management Console sign-in events".
    public var globalSignInRegions: [String] = []

    /// The Region in which Organizations and Account Management are.
    public var organizationRegion: String?

    /// What is between `iam` and the suffix in IAM's host name; nil if it is a Region.
    public var iamPlace: String?

    /// The same for the host name that has IPv6 addresses, too.
    public var iamDualStackPlace: String?

    /// The audience of SAML assertions that is AWS's own name.
    public var samlAudience: String?

    /// Okta's word for it (`awsEnvironmentType`).
    public var oktaEnvironment: String?

    init(
        _ name: String, regions prefix: String?, _ dnsSuffix: String, _ dualStackSuffix: String
    ) {
        self.name = name
        regionPrefix = prefix
        self.dnsSuffix = dnsSuffix
        self.dualStackSuffix = dualStackSuffix
    }
}

extension Partition {
    /// The partition that a Region belongs to.
    public init(region: String) {
        let known = Self.all.first { $0.regionPrefix.map(region.hasPrefix) ?? false }
        self = known ?? .standard
    }

    /// The names of all partitions.
    public static let names = all.map(\.name)

    /// The partition of this name; nil if it is not known.
    public static func named(_ name: String) -> Partition? { all.first { $0.name == name } }
}

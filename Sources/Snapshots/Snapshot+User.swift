extension Snapshot {
    /// A break-glass user. Source: IAM API, one `List…` per member, and the credential report.
    public struct User: Sendable, Hashable {
        /// Its ARN, path included.
        public var arn: String
        /// `PasswordLastUsed`: seconds since 1970; `nil` when it never was.
        public var passwordLastUsed: Int?
        /// The login profile; `.notFound` if absent.
        public var loginProfile: Observed<LoginProfile>
        /// When the password was last set, from the credential report: seconds since 1970.
        public var passwordLastChanged: Observed<Int>
        /// MFA devices.
        public var mfaDevices: Listing<MFADevice>
        /// Everything else it could sign in with.
        public var credentials: Listing<Credential>
        /// Names of the groups it is in.
        public var groups: Listing<String>
        /// The ARN of its permissions boundary, and the boundary's text.
        public var boundary: AttachedPolicy?
        /// What it may do.
        public var permissions: Permissions

        /// Makes a user of which nothing but the ARN was read.
        public init(arn: String) {
            let name = arn.split(separator: "/").last.map(String.init) ?? arn
            self.arn = arn
            loginProfile = .notReached("the login profile of \(name)")
            passwordLastChanged = .notReached("the password's age of \(name)")
            mfaDevices = .notReached("the MFA devices of \(name)")
            credentials = .notReached("the keys of \(name)")
            groups = .notReached("the groups of \(name)")
            permissions = Permissions(
                attached: .notReached("the policies of \(name)"),
                inline: .notReached("the policies of \(name)"))
        }
    }

    /// A user's password, of which AWS shows only that it exists.
    public struct LoginProfile: Sendable, Hashable {
        /// Whether the next sign-in asks for a new one.
        public var resetRequired: Bool

        /// Makes a profile.
        public init(resetRequired: Bool) { self.resetRequired = resetRequired }
    }

    /// An MFA device, by its serial number: `arn:…:mfa/…` is an authenticator app,
    /// `arn:…:u2f/…` a passkey or security key, anything else a hardware token.
    public struct MFADevice: Sendable, Hashable {
        /// ARN or serial number.
        public var serialNumber: String

        /// Makes a device.
        public init(serialNumber: String) { self.serialNumber = serialNumber }

        /// Whether it shows six digits: works without the browser's part of FIDO.
        public var isTOTP: Bool { !serialNumber.contains(":u2f/") }
    }

    /// A credential in addition to password and MFA.
    public struct Credential: Sendable, Hashable {
        /// What it is.
        public enum Kind: String, Sendable {
            case accessKey = "access key"
            case signingCertificate = "signing certificate"
            case sshKey = "SSH public key"
            case serviceCredential = "service-specific credential"
        }

        /// What it is.
        public var kind: Kind
        /// Its id: an identifier, not a secret.
        public var id: String
        /// `Active` or `Inactive`.
        public var status: String

        /// Makes a credential.
        public init(kind: Kind, id: String, status: String) {
            self.kind = kind
            self.id = id
            self.status = status
        }
    }
}

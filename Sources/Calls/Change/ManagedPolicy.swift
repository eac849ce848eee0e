import Text

/// A managed policy, by its ARN.
///
/// Source: AWS Managed Policy Reference Guide.
struct ManagedPolicy {
    /// The ARN's last part, else the text as it is.
    let name: String

    /// Whether it is AWS's own: its ARN has `aws` in place of an account.
    let isAWS: Bool

    /// Reads an ARN.
    init(_ arn: String) {
        name = arn.hasPrefix("arn:") ? arn.afterLast(UInt8(ascii: "/")) : arn
        isAWS = arn.partOfARN(4) == "aws"
    }

    /// Name, owner and what is known about it.
    var words: String {
        let kind =
            if allowsEverything {
                "AWS's own: may do everything"
            } else if isAWS, isBarrier {
                name.hasPrefix(Self.quarantine)
                    ? "AWS's own quarantine of a leaked key" : "AWS's own: denies everything"
            } else {
                isAWS ? "AWS's own" : "a policy of the account"
            }
        return "\(name.shown) (\(kind))"
    }

    /// Whether it is one of AWS's own that lead to everything.
    var allowsEverything: Bool { isAWS && Self.everything.contains(name) }

    /// How the policies begin that AWS attaches to the user of a key that it found published.
    static let quarantine = "AWSCompromisedKeyQuarantine"

    /// Whether all that it does is deny.
    var isBarrier: Bool {
        isAWS && (name.hasPrefix(Self.quarantine) || name == "AWSDenyAll")
    }

    /// IAMFullAccess and PowerUserAccess lead to everything: the first may give itself any policy, the
    /// second may use any role that a service has.
    private static let everything: Set<String> = [
        "AdministratorAccess", "IAMFullAccess", "PowerUserAccess",
    ]
}

import Calls
import Text

/// Service control policies that stop somebody: what they bind, and what they are called.
extension Alert {
    /// Whether an account is the management account of its organization, as far as the event shows: what
    /// only that account may do was done in it. No service control policy binds it.
    ///
    /// Source: AWS Organizations User Guide, "Service control policies": "SCPs don't affect users or roles
    /// in the management account".
    func isManagement(_ account: String?) -> Bool {
        guard let account else { return false }
        return account == managementAccount
    }

    /// The management account, where an ARN of the organization names it, or the event was recorded there.
    var managementAccount: String? {
        if resource.arn?.partOfARN(2) == "organizations", let owner = resource.arn?.partOfARN(4),
            Alert.isAccountID(owner)
        {
            return owner
        }
        guard eventSource.map(Service.init(eventSource:)) == .organizations, let eventName,
            !Alert.callsOfMembers.contains(eventName)
        else { return nil }
        return account.recordedIn
    }

    /// Calls of Organizations that a member account makes itself.
    private static let callsOfMembers: Set<String> = [
        "AcceptHandshake", "DeclineHandshake", "LeaveOrganization",
    ]

    /// The name of a policy that stops somebody in an account: one of its own for each event, since a
    /// second policy of the same name is refused.
    func policyName(_ purpose: String, _ account: String) -> String {
        let part = (id ?? "").utf8.prefix(8)
        let isPlain = part.allSatisfy {
            ByteSet.digits.contains($0) || (0x61...0x66).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isPlain, !part.isEmpty else { return "\(purpose)-\(account)" }
        return "\(purpose)-\(account)-\(String(decoding: part, as: UTF8.self))"
    }

    /// The account whose event history has the act: the one that recorded it.
    var recordingAccount: String { words(account.recordedIn ?? placeID) }
}

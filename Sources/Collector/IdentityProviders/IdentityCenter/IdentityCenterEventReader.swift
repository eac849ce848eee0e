import AccessPlan
import Snapshots
import Text
import Time

/// Reads what CloudTrail recorded of IAM Identity Center: its administration, its directory, what
/// another directory provisions, and sign-ins through its access portal.
///
/// An event counts if any of its texts names the plan's app or one of its groups: the console and
/// the API record the same change under different names and with different members. Source: IAM
/// Identity Center User Guide, "Logging IAM Identity Center API calls with AWS CloudTrail".
struct IdentityCenterEventReader: Sendable {
    /// Events that open, close or change an access path, and sign-ins.
    ///
    /// `DeleteGroupMembership` is not among them: it names a membership, not a group. The event
    /// that added the member names the group.
    static let eventNames = [
        // The app, through the API and the console.
        "UpdateApplication", "DeleteApplication", "CreateApplicationAssignment",
        "DeleteApplicationAssignment", "PutApplicationAssignmentConfiguration",
        "UpdateApplicationInstanceStatus", "UpdateApplicationInstanceResponseConfiguration",
        "UpdateApplicationInstanceServiceProviderConfiguration", "DeleteApplicationInstance",
        "AssociateProfile", "DisassociateProfile",
        // The groups, through the API, the console and SCIM.
        "CreateGroupMembership", "AddMemberToGroup", "RemoveMemberFromGroup", "PatchGroup",
        "UpdateGroup", "DeleteGroup",
        // The access portal.
        signIn,
    ]

    private static let signIn = "Federate"

    /// The ids of the app and of the emergency groups, as the plan writes them.
    let known: [String]

    private let app: String?

    init(plan: Plan) {
        app = plan.identityProvider?.app
        known = plan.emergencyGroups + (app.map { [$0] } ?? [])
    }

    /// The entry of an event; `.observed(nil)` where it concerns neither app nor groups.
    func read(_ text: String) -> Observed<Snapshot.LogEntry?> {
        guard let event = JSON(Array(text.utf8)), let name = event["eventName"]?.string,
            let time = event["eventTime"]?.string.flatMap({ Timestamp(iso8601: $0) })
        else { return Self.malformed() }
        let details = event["serviceEventDetails"]
        let said = [event["requestParameters"], event["responseElements"], details]
            .compactMap(\.self).flatMap(\.texts)
        let targets = known.filter { id in
            let short = id.shortID
            return said.contains { $0 == id || $0.shortID == short }
        }
        if targets.isEmpty {
            // A sign-in to an account is everyday work. A sign-in to an application must name it.
            guard name == Self.signIn, details?["account_id"] == nil, event["errorCode"] == nil
            else { return .observed(nil) }
            return Self.malformed(detail: "a sign-in does not say to what")
        }
        return .observed(
            Snapshot.LogEntry(
                id: event["eventID"]?.string ?? "", type: Self.type(of: name, event),
                time: Int(time.secondsSince1970), actor: Self.actor(event["userIdentity"]),
                targets: targets, succeeded: event["errorCode"] == nil))
    }

    private static func malformed(detail: String = "") -> Observed<Snapshot.LogEntry?> {
        .unavailable(
            Unavailable("IAM Identity Center's events in CloudTrail", .malformed, detail: detail))
    }

    /// The entry's type in the checks' terms, otherwise Identity Center's own.
    private static func type(of name: String, _ event: JSON) -> String {
        switch name {
        case signIn: return "user.authentication.sso"
        case "CreateGroupMembership", "AddMemberToGroup", "PatchGroup":
            return "group.user_membership.add"
        case "RemoveMemberFromGroup": return "group.user_membership.remove"
        default: break
        }
        switch event["requestParameters"]?["status"]?.string {
        case "ENABLED": return "application.lifecycle.activate"
        case "DISABLED": return "application.lifecycle.deactivate"
        default: return name
        }
    }

    private static func actor(_ identity: JSON?) -> String {
        identity?["userName"]?.string ?? identity?["arn"]?.string
            ?? identity?["onBehalfOf"]?["userId"]?.string ?? identity?["type"]?.string ?? "somebody"
    }
}

extension String {
    /// The common part of an application's ARN (`…/apl-1234567890abcdef`) and its id in the console
    /// (`ins-1234567890abcdef`). Any other text is returned as it is.
    fileprivate var shortID: Substring {
        let last = split(separator: "/").last ?? self[...]
        return last.hasPrefix("apl-") || last.hasPrefix("ins-") ? last.dropFirst(4) : self[...]
    }
}

extension JSON {
    /// Every text in it.
    fileprivate var texts: [String] {
        switch self {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(\.texts)
        case .object(let members): members.values.flatMap(\.texts)
        case .null, .bool, .number: []
        }
    }
}

import AccessPlan
import Alerts
import Text

extension Alert {
    /// Adds whom the plan names for the user, the role or root that the alert is about, else whom it
    /// names for anything.
    ///
    /// A name that its bearer chose picks nobody: it would send the call to whom an attacker wants.
    mutating func takeContacts(_ plan: Plan) {
        guard due, !plan.contacts.isEmpty, kind != .canary, kind != .drift else { return }
        // A root session of the management account's, or an act of AWS, is none of root's holders'.
        let isRoot =
            actor.kind != .rootTask
            && (principal.type == "Root" && actor.kind != .awsService || resource.type == .root
                || resource.arn?.hasSuffix(":root") == true)
        let isUser = principal.type == "IAMUser" || principal.type == "FederatedUser"
        var users = [person.vouched ? person.name : nil, isUser ? principal.name : nil]
        if resource.type == .iamUser { users.append(resource.name) }
        var roles = [role.name, role.access]
        if principal.type == "AssumedRole" { roles.append(principal.name) }
        if resource.type == .iamRole { roles.append(resource.name) }
        let named = plan.contacts.filter { contact in
            contact.root && isRoot || contact.users.names(users) || contact.roles.names(roles)
        }
        contacts = (named.isEmpty ? plan.contacts.filter(\.isForAnything) : named).map {
            Contact(name: $0.name, telephone: $0.telephone)
        }
    }
}

extension [String] {
    /// Whether one of the names is in the list.
    fileprivate func names(_ names: [String?]) -> Bool {
        contains { known in names.contains { $0?.isSameName(as: known) ?? false } }
    }
}

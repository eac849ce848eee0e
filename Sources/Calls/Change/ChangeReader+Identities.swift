import Text

/// What is changed about keys, policies and identity providers.
extension ChangeReader {
    /// A key or certificate that is switched on or off: which one, and its state.
    static func switched(_ what: String, _ id: String) -> ChangeReader {
        ChangeReader { parts in
            guard let status = parts["status"] else { return nil }
            let which = parts[id].map { " \($0.shown)" } ?? ""
            let isOn = status.isSameName(as: "Active")
            return Change(
                what + which, now: isOn ? "on" : "off", gravity: isOn ? .opens : .shutsOut)
        }
    }

    /// A new version of a policy. Only one that is made the default is in force.
    static func version(of path: String) -> ChangeReader {
        let document = document(path, what: "new version")
        return ChangeReader { parts in
            guard var change = document.read(parts) else { return nil }
            guard parts["setAsDefault"]?.isSameName(as: "true") == true else {
                change.after += ", not in force"
                change.gravity = .alters
                return change
            }
            return change
        }
    }

    /// A SAML provider: its metadata, which name who may sign, or what keeps out an identity provider
    /// that sends plain assertions.
    static let samlProvider = ChangeReader { parts in
        let mode = parts["assertionEncryptionMode"]
        var changes: [Change] = []
        if !parts.values("sAMLMetadataDocument").isEmpty {
            changes.append(Change("signing keys and metadata", now: "a new document"))
        }
        if let mode {
            let isRequired = mode.isSameName(as: "Required")
            changes.append(
                Change(
                    "encryption of assertions", now: mode.shown,
                    gravity: isRequired ? .shutsOut : .alters))
        }
        if parts.request.object?.keys.contains(where: { $0.isSameName(as: "addPrivateKey") })
            == true
        {
            changes.append(Change("decryption keys", now: "one more", gravity: .alters))
        }
        if let key = parts["removePrivateKey"] {
            changes.append(
                Change("decryption key", before: key.shown, now: "removed", gravity: .shutsOut))
        }
        guard var first = changes.first else { return nil }
        for other in changes.dropFirst() { first.after += "; \(other.what): \(other.after)" }
        return first
    }

    /// The networks from which an account may be signed in to.
    static let networks = ChangeReader { parts in
        let paths = [
            "sourceIp", "sourceVpc", "vpcSourceIp", "signinSourceVpce", "consoleSourceVpce",
            "requestedRegion",
        ]
        let stated = paths.compactMap { path in parts[path].map { "\(path) \($0)" } }
        guard let networks = stated.shownList else { return nil }
        let excepted = parts["excludedPrincipal"].map { ", except \($0.shown)" } ?? ""
        return Change("console sign-in", now: "only from \(networks)\(excepted)")
    }

    /// Whom AWS writes to about an account.
    static let contact = ChangeReader { parts in
        guard let address = parts["emailAddress"] else { return nil }
        let kind = parts["alternateContactType"].map { " \($0.shown)" } ?? ""
        return Change("contact\(kind)", now: address.shown, who: parts["name"]?.shown)
    }

    /// An account that left the organization: its policies and stack sets do not reach it.
    static let left = ChangeReader.fact("organization", before: "a member", now: "not a member")

    /// A policy of the organization that was detached from a target.
    static func detachedFrom(_ path: String) -> ChangeReader {
        ChangeReader { parts in
            parts[path].map { Change("attached to \($0.shown)", before: "yes", now: "no") }
        }
    }

    /// A policy of the organization: its type where the answer states it, and what it says now. One of
    /// tags or backups forbids nothing.
    static let organizationPolicy = ChangeReader { parts in
        let type = parts["response.policy.policySummary.type"]
        let word = type.map { $0.lowercased().exchanging { $0 == 0x5F ? 0x20 : $0 }.shown }
        let what = word ?? "policy"
        let content = parts.values("content").first
        let isReadable = content.flatMap(PolicyDocument.init) != nil
        let read: Change? =
            isReadable
            ? document("content", what: what).read(parts)
            : content == nil
                ? settings(["name", "description"], what: what).read(parts)
                : Change(what, now: "other content")
        guard var change = read else { return nil }
        if let type, !["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"].contains(type) {
            change.gravity = .alters
        }
        return change
    }
}

import Snapshots
import Text

/// What was read, as JSON. For a part that was not read, the reason.
struct Picture {
    let provider: Snapshot.IdentityProvider

    init(_ provider: Snapshot.IdentityProvider) { self.provider = provider }

    var json: JSON {
        [
            "app": show(provider.app) { "\($0.kind) \($0.label) \($0.state)" },
            "appUsers": show(provider.appUsers) { "\($0.login) \($0.isDirect)" },
            "appGroups": show(provider.appGroups, \.self),
            "groups": .object(provider.groups.mapValues { show($0, group) }),
            "controlGroup": show(provider.controlGroup, group),
            "groupNames": show(provider.groupNames) { "\($0.id) \($0.name)" },
            "groupRules": show(provider.groupRules) { "\($0.id) \($0.status)" },
            "privileged": show(provider.privilegedAssignments) { "\($0.principal) \($0.kind)" },
            "metadata": show(provider.metadata) { metadata in
                let prints = metadata.certificates.map { certificate in
                    certificate.value?.fingerprint ?? "unreadable"
                }
                return ([metadata.entityID] + prints).joined(separator: " ")
            },
            "log": show(provider.log) { "\($0.id) \($0.type) \($0.succeeded)" },
            "policy": show(provider.signOnPolicy) { policy in
                policy.rules.items.map { "\($0.name) \($0.demandsMFA)" }.joined(separator: ", ")
                    + (policy.rules.unread.map { " \($0.reason)" } ?? "")
            },
            "responders": .object(
                provider.responders.mapValues { responder in
                    show(responder) { "\($0.status) \($0.factors.items)" }
                }),
            "logStreams": show(provider.logStreams) { "\($0.name) \($0.status)" },
            "credential": show(provider.credential) { credential in
                "\(credential.keyState?.value ?? "stored") "
                    + credential.scopes.sorted().joined(separator: " ")
            },
        ]
    }

    private func group(_ group: Snapshot.Group) -> String {
        "\(group.name) \(group.members.items.map(\.login))"
            + (group.members.unread.map { " \($0.reason)" } ?? "")
    }

    private func show<Value>(_ part: Observed<Value>, _ text: (Value) -> String) -> JSON {
        switch part {
        case .observed(let value): .string(text(value))
        case .unavailable(let why): .string("\(why.reason): \(why)")
        }
    }

    private func show<Item>(_ list: Listing<Item>, _ text: (Item) -> String) -> JSON {
        .array(
            list.items.map { .string(text($0)) }
                + (list.unread.map { [.string("\($0.reason): \($0)")] } ?? []))
    }
}

import AWSClient
import Snapshots

extension Place {
    /// Whose policies are read.
    enum Owner: Sendable {
        case role(String)
        case user(String)

        /// The owner's name in reasons.
        var name: String {
            switch self {
            case .role(let name): "role \(name)"
            case .user(let name): "user \(name)"
            }
        }
    }

    /// The policies of a role or user, each with its text unless AWS owns it.
    func permissions(of owner: Owner) async -> Snapshot.Permissions {
        let words = "the policies of \(owner.name) in account \(account)"
        async let attachments = list(words) { marker in
            switch owner {
            case .role(let name): IAM.listAttachedRolePolicies(name, marker: marker)
            case .user(let name): IAM.listAttachedUserPolicies(name, marker: marker)
            }
        }
        let names = await list(words) { marker in
            switch owner {
            case .role(let name): IAM.listRolePolicies(name, marker: marker)
            case .user(let name): IAM.listUserPolicies(name, marker: marker)
            }
        }
        let inline = await each(of: names.items) { await self.inline($0, of: owner) }
        let attached = await attachments
        let policies = await each(of: attached.items) { await self.managed($0.arn) }
        return Snapshot.Permissions(
            attached: Listing(policies, unread: attached.unread),
            // If a policy cannot be read, the list is not complete.
            inline: Listing(
                inline.compactMap(\.value),
                unread: names.unread ?? inline.lazy.compactMap(\.unread).first))
    }

    /// A managed policy with its text, unless AWS owns it.
    func managed(_ arn: String) async -> Snapshot.AttachedPolicy {
        let arn = shared(arn)
        guard !arn.contains(":iam::aws:policy/") else { return Snapshot.AttachedPolicy(arn: arn) }
        let part = "policy \(arn)"
        let text = await observe { () throws(Unavailable) in
            let version = try await send(part, IAM.getPolicyVersionInForce(arn: arn))
            return shared(
                try await send(part, IAM.getPolicyVersion(arn: arn, version: version)))
        }
        return Snapshot.AttachedPolicy(arn: arn, text: text)
    }

    private func inline(_ policy: String, of owner: Owner) async -> Observed<Snapshot.Policy> {
        let operation =
            switch owner {
            case .role(let name): IAM.getRolePolicy(role: name, policy: policy)
            case .user(let name): IAM.getUserPolicy(user: name, policy: policy)
            }
        return await read("policy \(policy) of \(owner.name) in account \(account)", operation)
            .map { Snapshot.Policy(name: policy, text: shared($0)) }
    }
}

extension Observed {
    /// Why there is no value; nil if there is one.
    var unread: Unavailable? {
        if case .unavailable(let why) = self { return why }
        return nil
    }
}

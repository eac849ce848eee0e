import AccessPlan

extension RemovalTable {
    /// What people have to do where this program reaches nothing: a sentence each.
    public var people: [String] {
        identityProvider + vaults + chat + machines
    }

    private var identityProvider: [String] {
        guard let provider = plan.identityProvider else { return [] }
        var steps = [
            "At the identity provider (\(provider.kind.rawValue)): delete the app of account "
                + "\(plan.emergencyAccount)"
                + (provider.app.map { " (\($0))" } ?? "") + "."
        ]
        let groups = plan.emergencyRoles.map(\.groupName).filter { !$0.isEmpty }
        if !groups.isEmpty {
            steps.append(
                "There: delete the groups \(ChangeTable.some(groups).joined(separator: ", ")).")
        }
        if let client = provider.client {
            steps.append("There: delete the app \(client), with which the nightly check read it.")
        }
        for secret in [provider.signingKey, provider.apiToken].compactMap({ $0 }) {
            steps.append("In AWS: delete \(secret), which people made for the nightly check.")
        }
        return steps
    }

    private var vaults: [String] {
        guard plan.hasUsers else { return [] }
        return [
            "Destroy passwords and MFA devices of \(plan.breakGlassUsers.joined(separator: ", ")) in "
                + "vaults and safes."
        ]
    }

    private var chat: [String] {
        plan.subscribers.filter { $0.transport == .chat && !$0.endpoint.hasPrefix("https://") }
            .map { subscriber in
                "In Amazon Q Developer in chat applications: take the topics "
                    + "\(AlertPathNames.chatTopic) out of channel \(subscriber.endpoint)."
            }
    }

    /// An endpoint goes on listening after the last alert.
    private var machines: [String] {
        let machines = plan.subscribers.filter {
            [.https, .sqs, .lambda, .firehose].contains($0.transport)
                || $0.transport == .chat && $0.endpoint.hasPrefix("https://")
        }.map(\.endpoint)
        guard !machines.isEmpty else { return [] }
        return ["Take down what got alerts: \(machines.joined(separator: ", "))."]
    }
}

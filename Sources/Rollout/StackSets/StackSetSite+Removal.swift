import AWSClient

extension StackSetSite {
    /// Deletes a stack set with all its stacks, and waits until it is gone.
    /// - Throws: ``Obstacle`` that names the stacks that are left.
    package func delete(_ name: String) async throws(Obstacle) {
        try await waitForOthers(name)
        var left = try await instances(of: name)
        if !left.isEmpty {
            let targets = CloudFormation.Targets(
                units: reach.units, accounts: [], filter: "NONE", regions: left.regions)
            let operation = try await send(
                CloudFormation.deleteStackInstances(
                    of: name, in: targets, as: reach.callAs, id: newID),
                name)
            _ = try await finish(operation, on: name, "deletes its stacks")
            left = try await instances(of: name)
        }
        // Emulators know targets by account only.
        if !left.isEmpty {
            let operation = try await send(
                CloudFormation.deleteStackInstances(
                    of: name, accounts: Set(left.map(\.account)).sorted(), regions: left.regions,
                    as: reach.callAs, id: newID), name)
            _ = try await finish(operation, on: name, "deletes its stacks")
            left = try await instances(of: name)
        }
        guard left.isEmpty else {
            let named = left.prefix(5).map { one in
                "\(one.account) \(one.region)\(one.reason.map { " (\($0))" } ?? "")"
            }
            throw obstacle(
                name,
                "\(left.count) of its stacks are left: \(named.joined(separator: ", "))",
                hint: "put right what AWS says there, then run the same command again")
        }
        try await send(CloudFormation.deleteStackSet(name, as: reach.callAs), name)
    }
}

extension [CloudFormation.StackInstance] {
    /// Every Region once, in order.
    var regions: [String] { Set(map(\.region)).sorted() }
}

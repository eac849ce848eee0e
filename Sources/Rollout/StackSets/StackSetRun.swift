import AWSClient
import Deployment

/// One stack set on its way to what the plan asks for.
struct StackSetRun: Sendable {
    let sets: StackSetSite
    let wanted: WantedStackSet
    let matrix: RegionMatrix
    let texts: TemplateTexts
    /// The plan's partition.
    let partition: String

    /// What has to be done.
    struct Look: Sendable {
        /// Whether the stack set is there.
        let exists: Bool
        /// Whether its template or parameters differ from what is wanted.
        let differs: Bool
        /// What it is made of; `nil` if there is none.
        let deployed: DeployedStack?
        /// The stacks that are made and deleted.
        let instances: StackSetInstances
        /// Stacks that are there, count, and are not as the stack set says: account, Region, why.
        let stale: [CloudFormation.StackInstance]

        /// Whether nothing has to be done.
        var isDone: Bool {
            exists && !differs && instances.operations.isEmpty && stale.isEmpty
        }
    }

    /// Sees what has to be done.
    func look() async throws(Obstacle) -> Look {
        guard let set = try await sets.read(wanted.name) else {
            return look(nil, [])
        }
        return look(set, try await sets.instances(of: wanted.name))
    }

    private func look(
        _ set: CloudFormation.StackSet?, _ present: [CloudFormation.StackInstance]
    ) -> Look {
        let instances = StackSetInstances(
            matrix, present: Set(present.map { .init(account: $0.account, region: $0.region) }),
            accounts: wanted.accounts, region: wanted.region,
            management: sets.reach.managementAccount)
        let deployed = set.map { set in
            DeployedStack(
                status: "UPDATE_COMPLETE", parameters: set.parameters,
                template: texts.value(of: set.template))
        }
        return Look(
            exists: set != nil,
            differs: deployed.map { !$0.isMade(of: wanted.template.value, wanted.parameters) }
                ?? false,
            deployed: deployed, instances: instances, stale: Self.stale(present, instances))
    }

    private static func stale(
        _ present: [CloudFormation.StackInstance], _ instances: StackSetInstances
    ) -> [CloudFormation.StackInstance] {
        let ignored = Set(instances.ignored)
        return present.filter { one in
            one.status != "CURRENT"
                && !ignored.contains(.init(account: one.account, region: one.region))
        }
    }

    /// Changes it to what is planned, and checks that every stack is current.
    /// - Parameter source: where its template is.
    /// - Returns: what was done, in a word.
    /// - Throws: ``Obstacle`` that names the stacks that are not as planned.
    func deploy(_ source: CloudFormation.TemplateSource) async throws(Obstacle) -> String {
        try await sets.waitForOthers(wanted.name)
        // Others may have been at work since the run looked.
        var look = try await look()
        var input = CloudFormation.StackSetInput(
            name: wanted.name, template: source, parameters: wanted.parameters,
            isAutomatic: wanted.accounts == nil, callAs: sets.reach.callAs, id: sets.newID)
        let word = !look.exists ? "created" : look.isDone ? "as planned" : "updated"
        if !look.exists {
            _ = try await sets.send(
                CloudFormation.createStackSet(input), wanted.name,
                hint: "where trusted access is off: aws cloudformation "
                    + "activate-organizations-access")
        } else if look.differs || !look.stale.isEmpty {
            try await update(input)
        }
        try await makeAndDelete(look.instances)
        if word != "as planned" { look = try await self.look() }
        // What failed because a role was seconds old is not made again by itself.
        if let why = PassingFailure.of(look.stale.compactMap(\.reason)), !look.stale.isEmpty {
            sets.board.say(
                "\(sets.subject(wanted.name))  updated once more: \(why.reason)")
            input.id = sets.newID
            try await update(input)
            look = try await self.look()
        }
        guard look.stale.isEmpty else { throw outdated(look.stale) }
        guard look.instances.operations.isEmpty else {
            throw sets.obstacle(
                wanted.name, "not every stack that was asked for is there",
                hint: "run the same command again")
        }
        return word
    }

    private func update(_ input: CloudFormation.StackSetInput) async throws(Obstacle) {
        let operation = try await sets.send(
            CloudFormation.updateStackSet(input), wanted.name)
        _ = try await sets.finish(operation, on: wanted.name, "updates its stacks")
    }

    private func makeAndDelete(_ instances: StackSetInstances) async throws(Obstacle) {
        for one in instances.operations {
            let targets = CloudFormation.Targets(
                units: sets.reach.units, accounts: one.accounts, filter: one.filter.rawValue,
                regions: one.regions)
            let (call, words) =
                switch one.kind {
                case .create:
                    (
                        CloudFormation.createStackInstances(
                            of: wanted.name, in: targets, as: sets.reach.callAs,
                            id: sets.newID), "makes stacks"
                    )
                case .delete:
                    (
                        CloudFormation.deleteStackInstances(
                            of: wanted.name, in: targets, as: sets.reach.callAs,
                            id: sets.newID), "deletes stacks"
                    )
                }
            let operation = try await sets.send(call, wanted.name)
            if one.kind == .delete {
                sets.board.say(
                    "\(sets.subject(wanted.name))  leaves \(one.accounts.joined(separator: ", ")): "
                        + "not in the plan")
            }
            _ = try await sets.finish(operation, on: wanted.name, words)
        }
    }

    private func outdated(_ stale: [CloudFormation.StackInstance]) -> Obstacle {
        let named = stale.prefix(5).map { one in
            "\(one.account) \(one.region) is \(one.status)"
                + (one.reason.map { ": \($0)" } ?? "")
        }
        let more = stale.count > 5 ? ", and \(stale.count - 5) more" : ""
        let first = stale.first
        return Obstacle(
            account: first?.account, region: first?.region, "stack set \(wanted.name)",
            named.joined(separator: ", ") + more,
            hint:
                "put right what AWS says there (a policy that denies the Region can be waived in the "
                + "plan), then run the same command again")
    }
}

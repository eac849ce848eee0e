import AWSClient
package import AccessPlan
package import Deployment
package import System
import Time

/// Takes down what a deployment created. It may end anywhere: the next run looks again and goes on.
package struct Removal: Sendable {
    /// What the operator asks for besides the plan.
    package struct Options: Sendable, Hashable {
        /// Who signs in where, and whom stack sets reach.
        package var signIn = Sites.Options()

        /// Regions that are not looked into.
        package var skipped: Set<String> = []

        /// Whether evidence is deleted, too.
        package var withEvidence = false

        /// How many stacks at a time.
        package var jobs = 32

        /// The environment's credentials, and everything but evidence.
        package init() {}
    }

    let plan: Plan
    let sites: Sites
    let options: Options
    let board: Board

    /// Signs in to the accounts of a plan. Changes nothing.
    /// - Throws: ``Obstacles`` where credentials are missing, or those of another account.
    package init(
        _ plan: Plan, _ options: Options, _ narrator: Narrator, in world: World = .real
    ) async throws(Obstacles) {
        do throws(Obstacle) {
            sites = try await Sites.signIn(plan, options.signIn, in: world)
        } catch {
            throw Obstacles(error)
        }
        self.plan = plan
        self.options = options
        board = Board(narrator, in: world)
        for site in sites.all { narrator.say("account \(site.account) as \(site.arn)") }
    }

    init(_ plan: Plan, sites: Sites, _ options: Options, _ board: Board) {
        self.plan = plan
        self.sites = sites
        self.options = options
        self.board = board
    }

    /// What a look found.
    package struct Found: Sendable, Hashable {
        /// What is deleted, and what stays.
        package let table: RemovalTable

        /// What was not looked at, and why.
        package let notes: [String]

        /// What stays, and until when.
        package let stays: [String]
    }

    /// Looks into every Region of every account. Changes nothing.
    /// - Throws: ``Obstacles``, if not everything could be looked at.
    package func look() async throws(Obstacles) -> Found {
        let seen = try await RemovalReader(plan: plan, sites: sites, options: options, board: board)
            .read()
        let table = RemovalTable(
            plan, stacks: seen.stacks, stackSets: seen.stackSets, keys: seen.keys,
            withEvidence: options.withEvidence)
        return Found(
            table: table, notes: seen.notes,
            stays: table.stays(keysUntil: keyDay))
    }

    /// Deletes what was shown, stage by stage, and looks again.
    /// - Returns: what was found at the end: nothing to delete.
    /// - Throws: ``Obstacles``; none where the run was only canceled.
    package func execute(_ found: Found) async throws(Obstacles) -> Found {
        let ticking = Task { [board] in await board.tick() }
        defer { ticking.cancel() }
        board.expect(found.table.count)
        for stage in RemovalStage.allCases {
            if stage == .stackSets { try await deleteStackSets(found.table.stackSets) }
            let stacks = found.table.stacks(in: stage)
            try await sideBySide(stacks.map { stack in { await delete(stack) } })
            if stage == .access { try await sideBySide([{ await deletePolicies() }]) }
            if stage == .evidence, options.withEvidence { try await sideBySide(evidence) }
        }
        let left = try await look()
        guard left.table.isEmpty else {
            throw Obstacles(left.table.left)
        }
        // AWS may not list a key yet that has just been scheduled for deletion.
        let listed = Set(left.table.keys.map(\.region))
        let keys = found.table.stacks(in: .hub).filter { !listed.contains($0.region) }
        return Found(
            table: left.table, notes: left.notes,
            stays: left.stays + keys.map { $0.keyLine(until: keyDay) })
    }

    /// The day on which a key goes that is deleted today.
    private var keyDay: String {
        Int(sites.emergency.client.world.now().secondsSince1970)
            .adding(LeftKey.days * 86_400).day
    }

    /// What stacks of evidence retain, also where a former run has deleted the stacks.
    private var evidence: [@Sendable () async -> Obstacle?] {
        let home = plan.regions.home
        let retained = RetainedEvidence(site: sites.emergency, board: board)
        var work: [@Sendable () async -> Obstacle?] = []
        for region in plan.regions.hubs { work.append { await retained.delete(in: region) } }
        for site in sites.all {
            let bucket = BucketRemoval(
                site: site, region: home,
                bucket: AlertPathNames.trailBucket(account: site.account), board: board)
            work.append { await bucket.delete() }
        }
        return work
    }

    private func deletePolicies() async -> Obstacle? {
        await LeftPolicies(site: sites.emergency, home: plan.regions.home, board: board).delete()
    }

    private func deleteStackSets(_ names: [String]) async throws(Obstacles) {
        guard let reach = sites.reach, let site = sites.organization else { return }
        let sets = StackSetSite(site, plan.regions.home, reach, board)
        for group in RemovalStage.groups(ofStackSets: names) {
            try await sideBySide(group.map { name in { await sets.takeDown(name) } })
        }
    }

    /// Deletes one stack, and what stands in the way of it.
    private func delete(_ stack: FoundStack) async -> Obstacle? {
        guard let site = sites[stack.account] else {
            return Obstacle(
                account: stack.account, stack.name, "there are no credentials for this account")
        }
        let watch = StackWatch(stack.name, at: site, stack.region, board)
        return await board.track(watch.subject) { () throws(Obstacle) in
            _ = try await watch.settled()
            switch stack.stage {
            // CloudFormation deletes no bucket that holds something, and no user who has a password or a
            // device.
            case .code:
                try await BucketRemoval(
                    site: site, region: stack.region,
                    bucket: AlertPathNames.codeBucket(
                        account: stack.account, region: stack.region), board: board
                ).empty(watch.subject)
            case .access:
                try await UserCredentials(
                    site: site, home: plan.regions.home, planned: plan.breakGlassUsers
                ).forget(usersOf: stack.name)
            default: break
            }
            try await watch.takeDown()
            return "deleted"
        }
    }

    private func sideBySide(_ work: [@Sendable () async -> Obstacle?]) async throws(Obstacles) {
        try await work.sideBySide(width: options.jobs)
    }
}

extension RemovalTable {
    /// How many stacks and stack sets are deleted.
    fileprivate var count: Int {
        stackSets.count + RemovalStage.allCases.reduce(0) { $0 + stacks(in: $1).count }
    }

    /// What is still there.
    fileprivate var left: [Obstacle] {
        let hint = "run the same command again: it goes on where it stopped"
        return stackSets.map { Obstacle("stack set \($0)", "is still there", hint: hint) }
            + RemovalStage.allCases.flatMap { stacks(in: $0) }.map {
                Obstacle(
                    account: $0.account, region: $0.region, $0.name, "is still there", hint: hint)
            }
    }
}

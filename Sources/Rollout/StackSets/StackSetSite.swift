import AWSClient
import Deployment
import System
import Text

/// The stack sets of an organization, as one account manages them.
package struct StackSetSite: Sendable {
    let site: Site
    let region: String
    let reach: Sites.Reach
    let board: Board

    /// Names the account that manages them, and the Region where they are.
    package init(_ site: Site, _ region: String, _ reach: Sites.Reach, _ board: Board) {
        self.site = site
        self.region = region
        self.reach = reach
        self.board = board
    }

    /// The names of all stack sets of ours.
    package func names() async throws(Obstacle) -> [String] {
        try await all("stack sets") {
            CloudFormation.listStackSets(as: reach.callAs, token: $0)
        }.filter { $0.hasPrefix("breakglass-") }.sorted()
    }

    /// The stack set; `nil` if there is none.
    func read(_ name: String) async throws(Obstacle) -> CloudFormation.StackSet? {
        try await send(CloudFormation.describeStackSet(name, as: reach.callAs), name)
    }

    /// Its stacks.
    func instances(of name: String) async throws(Obstacle) -> [CloudFormation.StackInstance] {
        try await all(name) {
            CloudFormation.listStackInstances(of: name, as: reach.callAs, token: $0)
        }
    }

    /// Waits until nobody is at work on the stack set: it does one thing at a time.
    func waitForOthers(_ name: String) async throws(Obstacle) {
        var pause = StackWatch.firstPause
        while true {
            let operation: CloudFormation.StackSetOperation? = try await latest(name)
            guard let operation, operation.isUnderWay else { return }
            board.update(
                subject(name), "waits for operation \(operation.id), which is \(operation.status)")
            if Task.isCancelled { throw interrupted(name, operation.id) }
            await site.client.world.wait(pause)
            pause = min(pause * 3 / 2, StackWatch.longestPause)
        }
    }

    private func latest(
        _ name: String
    ) async throws(Obstacle) -> CloudFormation.StackSetOperation? {
        let page = try await send(
            CloudFormation.listStackSetOperations(of: name, as: reach.callAs), name)
        return page.items.first { $0.isUnderWay }
    }

    /// Waits until an operation has ended. What failed is said when it fails, account by account.
    /// - Returns: whether it succeeded everywhere.
    func finish(_ operation: String, on name: String, _ what: String) async throws(Obstacle) -> Bool
    {
        let world = site.client.world
        var pause = StackWatch.firstPause
        var asked = world.instant()
        var told: Set<String> = []
        while true {
            let now = try await send(
                CloudFormation.describeStackSetOperation(operation, of: name, as: reach.callAs),
                name)
            guard now.isUnderWay else { return now.status == "SUCCEEDED" }
            if Task.isCancelled { throw interrupted(name, operation) }
            if world.instant() - asked >= .seconds(20) {
                asked = world.instant()
                let results = await results(of: operation, on: name)
                let done = results.count { $0.status == "SUCCEEDED" }
                let waits = results.filter { ["RUNNING", "PENDING"].contains($0.status) }
                    .prefix(3).map { "\($0.account)/\($0.region)" }
                board.update(
                    subject(name),
                    "\(what): \(done) of \(results.count) stacks done"
                        + (waits.isEmpty ? "" : ", waits for \(waits.joined(separator: ", "))"))
                for one in results where one.status == "FAILED" {
                    let place = "\(one.account)/\(one.region)"
                    guard told.insert(place).inserted else { continue }
                    board.say("\(subject(name))  \(place) FAILED: \(one.reason ?? "")")
                }
            }
            await world.wait(pause)
            pause = min(pause * 3 / 2, StackWatch.longestPause)
        }
    }

    private func results(
        of operation: String, on name: String
    ) async -> [CloudFormation.StackInstance] {
        let pages = await site.client.list(
            in: region, as: site.caller,
            before: site.client.world.deadline(after: Site.patience)
        ) {
            CloudFormation.listStackSetOperationResults(
                of: operation, on: name, as: reach.callAs, token: $0)
        }
        return pages.items
    }

    /// A new id for an operation.
    var newID: String { site.client.world.token }

    /// Columns for a line about a stack set.
    func subject(_ name: String) -> String { StackWatch.subject("stack set   ", "", name) }

    func send<Output: Sendable>(
        _ operation: AWS.Operation<Output>, _ name: String, hint: String? = nil
    ) async throws(Obstacle) -> Output {
        do throws(AWS.Failure) {
            return try await site.send(operation, in: region)
        } catch {
            throw Obstacle(error, at: site, region, "stack set \(name)", hint: hint)
        }
    }

    private func all<Item>(
        _ name: String, _ page: (_ token: String?) -> AWS.Operation<AWS.Page<Item>>
    ) async throws(Obstacle) -> [Item] {
        do throws(AWS.Failure) {
            return try await site.all(in: region, page)
        } catch {
            throw Obstacle(error, at: site, region, "stack set \(name)")
        }
    }

    /// An obstacle about a stack set.
    func obstacle(_ name: String, _ reason: String, hint: String? = nil) -> Obstacle {
        Obstacle(
            account: site.account, region: region, "stack set \(name)", reason, hint: hint)
    }

    private func interrupted(_ name: String, _ operation: String) -> Obstacle {
        obstacle(
            name, "operation \(operation) goes on in AWS",
            hint: "the next run waits for it and goes on")
    }
}

extension World {
    /// A text that nobody has used: for calls that must not be carried out twice.
    var token: String { Hexadecimal.encode(randomBytes(16)) }
}

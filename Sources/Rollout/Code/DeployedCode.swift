import AWSClient
package import AccessPlan
import State
import System

/// Proves that the functions run what was built, by Lambda's own answers.
package struct DeployedCode: Sendable {
    let site: Site
    let home: String
    let hubs: [String]
    let packages: [FunctionPackage]
    let narrator: Narrator

    /// Names the functions.
    /// - Parameters:
    ///   - site: the emergency access account.
    ///   - plan: which Regions have a hub.
    ///   - packages: what was built.
    ///   - narrator: is told what is put back.
    package init(
        _ site: Site, _ plan: Plan, _ packages: [FunctionPackage], narrator: Narrator = .silent
    ) {
        self.site = site
        home = plan.regions.home
        hubs = plan.regions.hubs
        self.packages = packages
        self.narrator = narrator
    }

    /// One function in one Region.
    struct Place: Sendable, Hashable {
        let region: String
        let name: String
        let package: FunctionPackage

        /// `REGION/FUNCTION`, as the state table names it.
        var id: String { "\(region)/\(name)" }
    }

    /// Every function. The checker runs in the home Region only.
    var places: [Place] {
        hubs.flatMap { region in
            packages.filter { $0.function != .checker || region == home }
                .flatMap { package in
                    package.function.names.map {
                        Place(region: region, name: $0, package: package)
                    }
                }
        }
    }

    /// Before anything changes: the functions that run neither what was deployed last nor what is
    /// to be deployed. A missing function or note is not a mismatch.
    package func mismatches() async -> [Obstacle] {
        await withTaskGroup(of: [Obstacle].self) { group in
            for place in places { group.addTask { await mismatch(place) } }
            return await group.reduce(into: []) { $0 += $1 }.sorted(by: Self.order)
        }
    }

    // Not in the closure above: the optimizer of Swift 6.3 spoils an error that is caught there.
    private func mismatch(_ place: Place) async -> [Obstacle] {
        do throws(AWS.Failure) {
            guard let running = try await configuration(place)?.codeSHA256,
                running != place.package.sha256, let noted = try await noted(place),
                running != noted
            else { return [] }
            return [
                Obstacle(
                    account: site.account, region: place.region, place.name,
                    "runs code that was never deployed: somebody changed it",
                    hint: whoDidIt(place) + "; this run puts it back")
            ]
        } catch {
            return [Obstacle(error, at: site, place.region, place.name)]
        }
    }

    /// What the services say after the hub stacks are deployed.
    package struct Proof: Sendable {
        /// The functions that run what was built, as `REGION/FUNCTION`: noted in the state table.
        package internal(set) var proven: [String] = []
        /// Those of them that ran other code than their stack says, and were given ours.
        package internal(set) var restored: [String] = []
        /// What stands in the way of the others.
        package internal(set) var obstacles: [Obstacle] = []
    }

    /// Reads back what every function runs. CloudFormation sees no change in a function that somebody
    /// else gave other code: it is given ours here. Only what Lambda answers is noted.
    /// - Parameter stored: where each Region's bucket holds each function's code.
    /// - Returns: which functions run it, and why the others do not.
    package func prove(
        _ stored: [String: [FunctionPackage.Function: CodeStore.Stored]]
    ) async -> Proof {
        await withTaskGroup(of: Proof.self) { group in
            for place in places {
                let source = stored[place.region]?[place.package.function]
                group.addTask { await proof(of: place, source) }
            }
            var all = await group.reduce(into: Proof()) {
                $0.proven += $1.proven
                $0.restored += $1.restored
                $0.obstacles += $1.obstacles
            }
            all.proven.sort()
            all.restored.sort()
            all.obstacles.sort(by: Self.order)
            return all
        }
    }

    private func proof(of place: Place, _ stored: CodeStore.Stored?) async -> Proof {
        var proof = Proof()
        do throws(AWS.Failure) {
            guard var running = try await settled(place) else {
                proof.obstacles = [obstacle(place, "is not there: its stack claims it")]
                return proof
            }
            if running.codeSHA256 != place.package.sha256, let stored {
                narrator.note(
                    "\(site.account), \(place.region), \(place.name): ran other code than its "
                        + "stack says; it gets what was built")
                _ = try await site.send(
                    Lambda.updateFunctionCode(place.name, source(place, stored)), in: place.region)
                proof.restored = [place.id]
                running = try await settled(place) ?? running
            }
            guard running.codeSHA256 == place.package.sha256 else {
                proof.obstacles = [
                    obstacle(
                        place,
                        "runs other code than was built: Lambda says \(running.codeSHA256), "
                            + "the package has \(place.package.sha256)")
                ]
                return proof
            }
            guard running.isInForce else {
                proof.obstacles = [obstacle(place, "is not ready: \(running.words)")]
                return proof
            }
            let note = StateTable.noteDeployed(
                running.codeSHA256, to: place.id, table: AlertPathNames.table)
            _ = try await site.send(note, in: home)
            proof.proven = [place.id]
        } catch {
            proof.obstacles = [Obstacle(error, at: site, place.region, place.name)]
        }
        return proof
    }

    /// A function's configuration once Lambda is done with it, or as it is after five minutes.
    private func settled(_ place: Place) async throws(AWS.Failure) -> Lambda.Configuration? {
        let world = site.client.world
        let deadline = world.deadline(after: .seconds(300))
        while true {
            guard let found = try await configuration(place) else { return nil }
            guard found.isUnderWay, deadline.remaining(in: world) > .zero else { return found }
            await world.wait(.seconds(2))
        }
    }

    private func configuration(_ place: Place) async throws(AWS.Failure) -> Lambda.Configuration? {
        try await site.find(Lambda.getFunctionConfiguration(place.name), in: place.region)
    }

    /// What was noted; nil if there is no note, or no table yet.
    private func noted(_ place: Place) async throws(AWS.Failure) -> String? {
        let read = StateTable.readDeployed(place.id, table: AlertPathNames.table)
        return StateTable.codeSHA256(of: try await site.find(read, in: home) ?? nil)
    }

    private func source(_ place: Place, _ stored: CodeStore.Stored) -> Lambda.CodeSource {
        Lambda.CodeSource(
            bucket: stored.bucket, key: stored.key, version: stored.version,
            architecture: place.package.architecture)
    }

    private func obstacle(_ place: Place, _ reason: String) -> Obstacle {
        Obstacle(
            account: site.account, region: place.region, place.name, reason, hint: whoDidIt(place))
    }

    private func whoDidIt(_ place: Place) -> String {
        "see who changed it: aws cloudtrail lookup-events --region \(place.region) "
            + "--lookup-attributes AttributeKey=EventName,AttributeValue=UpdateFunctionCode20150331v2"
    }

    private static func order(_ one: Obstacle, _ other: Obstacle) -> Bool {
        (one.region ?? "", one.subject) < (other.region ?? "", other.subject)
    }
}

extension Lambda.Configuration {
    fileprivate var isUnderWay: Bool { lastUpdateStatus == "InProgress" || state == "Pending" }

    /// Whether it runs this code now. `Inactive` is a function that was not called for a while.
    fileprivate var isInForce: Bool {
        (lastUpdateStatus ?? "Successful") == "Successful"
            && ["Active", "Inactive"].contains(state ?? "Active")
    }

    fileprivate var words: String {
        "state \(state ?? "unknown"), last update \(lastUpdateStatus ?? "unknown")"
    }
}

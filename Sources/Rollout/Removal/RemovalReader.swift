import AWSClient
import AccessPlan
import Deployment
import Time

/// Finds everything of ours that is there. Only reads.
struct RemovalReader: Sendable {
    let plan: Plan
    let sites: Sites
    let options: Removal.Options
    let board: Board

    /// What is there.
    struct Seen: Sendable {
        var stacks: [FoundStack] = []
        var stackSets: [String] = []
        var keys: [LeftKey] = []
        var notes: [String] = []
    }

    /// One Region of one account.
    private struct Place: Sendable {
        let site: Site
        let region: String
    }

    /// The Regions of one account.
    private struct Regions: Sendable {
        let places: [Place]
        let notes: [String]
    }

    /// Reads it.
    /// - Throws: ``Obstacles`` that name each account and Region that cannot be read.
    func read() async throws(Obstacles) -> Seen {
        var seen = Seen()
        var obstacles: [Obstacle] = []
        var places: [Place] = []
        for answer in await sites.all.concurrentMap(width: 3, { await regions(of: $0) }) {
            switch answer {
            case .success(let found):
                places += found.places
                seen.notes += found.notes
            case .failure(let obstacle): obstacles.append(obstacle)
            }
        }
        async let keys = keys()
        for answer in await places.concurrentMap(width: options.jobs, { await stacks(in: $0) }) {
            switch answer {
            case .success(let stacks): seen.stacks += stacks
            case .failure(let obstacle): obstacles.append(obstacle)
            }
        }
        if let reach = sites.reach, let site = sites.organization {
            if sites.management == nil {
                seen.notes.append(
                    "stacks in the management account \(reach.managementAccount) are not looked at\n"
                        + "hint: run this again with --management-profile")
            }
            do throws(Obstacle) {
                seen.stackSets = try await StackSetSite(site, plan.regions.home, reach, board)
                    .names()
            } catch {
                obstacles.append(error)
            }
        }
        let (found, notes) = await keys
        seen.keys = found
        seen.notes += notes
        guard obstacles.isEmpty else { throw Obstacles(obstacles) }
        return seen
    }

    private func regions(of site: Site) async -> Result<Regions, Obstacle> {
        let home = plan.regions.home
        let found: [Account.RegionStatus]
        do throws(AWS.Failure) {
            found = try await site.all(in: home) { Account.listRegionStatus(of: nil, token: $0) }
        } catch {
            return .failure(
                Obstacle(
                    error, at: site, home, "Regions",
                    hint: "allow account:ListRegions to \(site.arn)"))
        }
        var on: Set<String> = []
        var off: [String] = []
        for region in found {
            if RegionStatus(word: region.status)?.isOn == true {
                on.insert(region.name)
            } else {
                off.append(region.name)
            }
        }
        // A list may be short of a Region; where it says that one is off, nothing answers.
        let planned =
            plan.globalSignInRegions
            + (site.account == plan.emergencyAccount ? plan.regions.hubs : [])
        on.formUnion(planned.filter { !off.contains($0) })
        var notes: [String] = []
        let skipped = on.intersection(options.skipped).sorted()
        if !skipped.isEmpty {
            notes.append(
                "account \(site.account): \(skipped.joined(separator: ", ")) not looked at: --skip")
        }
        if !off.isEmpty {
            notes.append(
                "account \(site.account): not enabled, and not looked at: "
                    + off.sorted().joined(separator: ", "))
        }
        for hub in plan.regions.hubs
        where site.account == plan.emergencyAccount && off.contains(hub) {
            notes.append(
                "account \(site.account): \(hub) of the plan is not enabled; what exists there stays\n"
                    + "hint: enable it and run this again")
        }
        let places = on.subtracting(options.skipped).sorted().map { Place(site: site, region: $0) }
        return .success(Regions(places: places, notes: notes))
    }

    private func stacks(in place: Place) async -> Result<[FoundStack], Obstacle> {
        do throws(AWS.Failure) {
            let all = try await place.site.all(in: place.region) {
                CloudFormation.describeStacks(token: $0)
            }
            return .success(
                all.filter {
                    $0.name.hasPrefix(AlertPathNames.prefix) && StackStatus($0.status) != .absent
                }.map {
                    FoundStack(
                        account: place.site.account, region: place.region, name: $0.name,
                        parameters: $0.parameters)
                }.sorted { $0.name < $1.name })
        } catch {
            return .failure(
                Obstacle(
                    error, at: place.site, place.region, "stacks",
                    hint:
                        "allow cloudformation:DescribeStacks, or leave the Region out with --skip "
                        + place.region))
        }
    }

    /// The keys of hubs that were deleted before.
    private func keys() async -> ([LeftKey], [String]) {
        let site = sites.emergency
        var keys: [LeftKey] = []
        var notes: [String] = []
        for region in plan.regions.hubs {
            do throws(AWS.Failure) {
                let ids = try await site.all(in: region) { KMS.listKeys(token: $0) }
                let found = await ids.concurrentMap(width: 8) { id in
                    await key(id, in: region, site)
                }
                keys += found.compactMap { $0 }
            } catch {
                notes.append(
                    "account \(site.account), \(region): keys that are pending deletion cannot be "
                        + "listed: \(error.fact)")
            }
        }
        return (keys, notes)
    }

    private func key(_ id: String, in region: String, _ site: Site) async -> LeftKey? {
        do throws(AWS.Failure) {
            let key = try await site.send(KMS.describeKey(keyID: id), in: region)
            guard key.description == LeftKey.description, let date = key.deletionDate else {
                return nil
            }
            return LeftKey(region: region, id: id, day: Int(clamping: date).day)
        } catch {
            // Another key's policy may not let the caller look at it.
            return nil
        }
    }
}

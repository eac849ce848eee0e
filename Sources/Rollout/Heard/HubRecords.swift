import AWSClient
import AccessPlan
import System

/// What one hub's enricher recorded before the canaries were sent: what is later than that is new,
/// whatever this machine's clock says.
struct HubRecords: Sendable {
    let records: CanaryRecords
    let before: [Heard.Place: Int]
    /// Why the table could not be read.
    let obstacle: Obstacle?

    /// Reads a hub's table.
    init(of accounts: [String], at site: Site, in region: String) async {
        records = CanaryRecords(site: site, region: region, accounts: accounts)
        do throws(Obstacle) {
            before = try await records.read()
            obstacle = nil
        } catch {
            before = [:]
            obstacle = error
        }
    }

    /// The places of which a newer canary is recorded now; none if the table cannot be read.
    func advanced(_ places: Set<Heard.Place>) async -> Set<Heard.Place> {
        guard obstacle == nil, let now = try? await records.read() else { return [] }
        return places.filter { (now[$0] ?? 0) > (before[$0] ?? 0) }
    }

    /// Waits until the standby Region's enricher recorded every canary, or the time is over.
    func listen(
        for places: Set<Heard.Place>, before deadline: Deadline, _ narrator: Narrator
    ) async -> Heard.Standby {
        let world = records.site.client.world
        let region = records.region
        var missing = places
        while obstacle == nil {
            do throws(Obstacle) {
                let now = try await records.read()
                missing = places.filter { (now[$0] ?? 0) <= (before[$0] ?? 0) }
            } catch {
                return Heard.Standby(region: region, missing: [], obstacle: error)
            }
            if missing.isEmpty || deadline.hasPassed(in: world) || Task.isCancelled { break }
            narrator.progress(
                "\(region) recorded \((places.count - missing.count).grouped) of "
                    + "\(places.count.grouped)")
            await world.wait(.seconds(2))
        }
        return Heard.Standby(
            region: region, missing: obstacle == nil ? missing : [], obstacle: obstacle)
    }
}

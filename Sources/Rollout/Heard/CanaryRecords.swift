import AWSClient
import AccessPlan
import Deployment
import State

/// The canaries that a hub's enricher recorded in its state table.
struct CanaryRecords: Sendable {
    let site: Site
    let region: String
    let accounts: [String]

    /// When each canary last arrived, by CloudTrail's clock.
    func read() async throws(Obstacle) -> [Heard.Place: Int] {
        var times: [Heard.Place: Int] = [:]
        var waiting = StateTable.canaryKeys(of: accounts)
        // A table that answers with a part each time is asked a limited number of times.
        for _ in 0..<100 where !waiting.isEmpty {
            let batch = Array(waiting.prefix(100))
            do throws(AWS.Failure) {
                let result = try await site.send(
                    DynamoDB.batchGetItem(table: AlertPathNames.table, keys: batch), in: region)
                for (account, regions) in StateTable.canaryTimes(in: result.items) {
                    for (region, time) in regions {
                        times[Heard.Place(account: account, region: region)] = time
                    }
                }
                waiting = Array(waiting.dropFirst(100)) + result.unprocessed
            } catch {
                throw Obstacle(error, at: site, region, AlertPathNames.table)
            }
        }
        return times
    }
}

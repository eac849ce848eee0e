import AWSClient
import AccessPlan

/// What breakglass-evidence retains when its stack is deleted.
struct RetainedEvidence: Sendable {
    /// The emergency access account.
    let site: Site
    let board: Board

    /// Deletes it in one Region of a hub. What is not there need not be deleted.
    func delete(in region: String) async -> Obstacle? {
        var deleted: [String] = []
        do throws(Obstacle) {
            if try await gone(
                EventBridge.deleteArchive(AlertPathNames.archive), "archive", region)
            {
                deleted.append("archive \(AlertPathNames.archive)")
            }
            // The answer is the same whether there was one.
            _ = try await gone(EventBridge.deleteEventBus(AlertPathNames.bus), "bus", region)
            for group in AlertPathNames.logGroups {
                if try await gone(CloudWatchLogs.deleteLogGroup(group), group, region) {
                    deleted.append(group)
                }
            }
        } catch {
            return error
        }
        if !deleted.isEmpty {
            board.say("\(site.account)  \(region)  \(deleted.joined(separator: ", ")) deleted")
        }
        return nil
    }

    private func gone(
        _ operation: AWS.Operation<Void>, _ subject: String, _ region: String
    ) async throws(Obstacle) -> Bool {
        do throws(AWS.Failure) {
            return try await site.find(operation, in: region) != nil
        } catch {
            throw Obstacle(error, at: site, region, subject)
        }
    }
}

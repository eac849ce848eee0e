package import AWSClient
import Collector
package import Snapshots

/// Reads the trails that log one account.
package struct TrailReader: Sendable {
    let site: Site
    /// The plan's home Region, where CloudTrail is asked for trails.
    let home: String

    /// Makes a reader.
    package init(site: Site, home: String) {
        self.site = site
        self.home = home
    }

    /// Every trail, as far as it can be read.
    /// - Throws: why they cannot be listed.
    package func trails() async throws(AWS.Failure) -> [Snapshot.Trail] {
        let listed = try await site.send(CloudTrail.describeTrails(), in: home)
        return await listed.concurrentMap(width: 8) { await read($0) }
    }

    // Only a trail's home Region has the result of its last delivery.
    private func read(_ trail: CloudTrail.Trail) async -> Snapshot.Trail {
        async let status = read(
            "the status of trail \(trail.arn)", CloudTrail.getTrailStatus(arn: trail.arn),
            in: trail.homeRegion)
        async let events = read(
            "what trail \(trail.arn) logs", CloudTrail.managementEvents(arn: trail.arn),
            in: trail.homeRegion)
        return Snapshot.Trail(
            arn: trail.arn, isMultiRegion: trail.isMultiRegion, homeRegion: trail.homeRegion,
            isOrganization: trail.isOrganization, isLogging: await status.map(\.isLogging),
            deliveryError: await status.value?.deliveryError, managementEvents: await events)
    }

    private func read<Output: Sendable>(
        _ part: String, _ operation: AWS.Operation<Output>, in region: String
    ) async -> Observed<Output> {
        do throws(AWS.Failure) {
            return .observed(try await site.send(operation, in: region))
        } catch {
            return .unavailable(Unavailable(part, error))
        }
    }
}

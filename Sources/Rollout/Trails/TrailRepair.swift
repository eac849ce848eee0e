import AWSClient
package import AccessPlan
import Deployment
import Snapshots

/// Puts `breakglass-trail` right where its stack is: CloudFormation does not see what others changed.
package struct TrailRepair: Sendable {
    let site: Site
    let home: String
    let trail: OwnTrail

    /// Makes a repair.
    /// - Parameters:
    ///   - site: credentials for the trail's account.
    ///   - home: the plan's home Region, where its stack is.
    ///   - trail: what was found.
    package init(site: Site, home: String, trail: OwnTrail) {
        self.site = site
        self.home = home
        self.trail = trail
    }

    /// Puts it right, before its stack is updated. Changes nothing where it is fit, or not made yet.
    /// - Returns: what was wrong with it; `nil` if nothing was changed.
    /// - Throws: what stands in the way.
    package func apply() async throws(Obstacle) -> String? {
        do throws(AWS.Failure) {
            let stack = try await site.send(
                CloudFormation.describeStack(AlertPathNames.trail), in: home)
            guard let stack else { return nil }
            let exists = try await site.send(CloudTrail.describeTrails(), in: home)
                .contains { $0.arn.hasSuffix(":\(site.account):trail/\(AlertPathNames.trail)") }
            if exists {
                if trail.reasons.isEmpty { return nil }
                try await site.send(CloudTrail.updateTrail(settings), in: home)
            } else {
                // Without the trail, its stack has failed or somebody deleted it.
                guard StackStatus.isDone(stack.status) else { return nil }
                try await site.send(CloudTrail.createTrail(settings), in: home)
            }
            try await site.send(
                CloudTrail.putAllManagementEvents(trail: AlertPathNames.trail), in: home)
            try await site.send(CloudTrail.startLogging(trail: AlertPathNames.trail), in: home)
            return exists ? trail.reasons.joined(separator: ", and ") : "is gone"
        } catch {
            throw Obstacle(error, at: site, home, AlertPathNames.trail)
        }
    }

    /// Asks once more, after its stack was deployed.
    /// - Throws: why it is not fit.
    package func check(_ plan: Plan) async throws(Obstacle) {
        let choice: TrailChoice
        do throws(AWS.Failure) {
            choice = TrailChoice(
                try await TrailReader(site: site, home: home).trails(), plan: plan)
        } catch {
            throw Obstacle(error, at: site, home, AlertPathNames.trail)
        }
        if case .adopt = choice.decision { return }
        let ours = choice.judged.first { $0.trail.isOurs }
        let reason = ours.flatMap(\.reason) ?? "it is not there"
        throw Obstacle(
            account: site.account, region: home, AlertPathNames.trail,
            "was made, and is not fit: \(reason)",
            hint: "run this again: it puts the trail right")
    }

    private var settings: CloudTrail.TrailSettings {
        CloudTrail.TrailSettings(
            name: AlertPathNames.trail,
            bucket: AlertPathNames.trailBucket(account: site.account),
            isOrganization: trail.isOfOrganization)
    }
}

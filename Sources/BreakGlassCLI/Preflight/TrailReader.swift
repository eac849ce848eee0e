import AWSClient
import AccessPlan
import Checker
import Collector
import Snapshots
import System

/// Reads the trails that log one account, with a person's own credentials.
struct TrailReader {
    private let plan: Plan
    private let profile: String?
    private let client: AWS.Client
    private let deadline: Deadline

    /// Calls go to the plan's home Region, and to the home Region of each trail.
    init(plan: Plan, profile: String?) throws(AWS.Failure) {
        self.plan = plan
        self.profile = profile
        client = try AWS.Client.forProfile(profile, region: plan.regions.home)
        deadline = client.world.deadline(after: .seconds(120))
    }

    /// Every trail, as far as it can be read.
    func trails() throws(AWS.Failure) -> [Snapshot.Trail] {
        var trails: [Snapshot.Trail] = []
        for trail in try client.send(CloudTrail.describeTrails(), before: deadline) {
            // Only a trail's home Region has the result of its last delivery.
            let home =
                trail.homeRegion == client.region
                ? client : try AWS.Client.forProfile(profile, region: trail.homeRegion)
            let status = read(
                "the status of trail \(trail.arn)", CloudTrail.getTrailStatus(arn: trail.arn), home)
            let events = read(
                "what trail \(trail.arn) logs", CloudTrail.managementEvents(arn: trail.arn), home)
            trails.append(
                Snapshot.Trail(
                    arn: trail.arn, isMultiRegion: trail.isMultiRegion,
                    homeRegion: trail.homeRegion, isOrganization: trail.isOrganization,
                    isLogging: status.map(\.isLogging),
                    deliveryError: status.value?.deliveryError, managementEvents: events))
        }
        return trails
    }

    /// What the management account lacks for a trail of the organization. What may not be read is not
    /// missing: CloudFormation will say it.
    func missing() -> [Precondition] {
        var missing: [Precondition] = []
        let services = trustedServices()
        if let services, !services.contains(Precondition.service) { missing.append(.trustedAccess) }
        do throws(AWS.Failure) {
            _ = try client.send(IAM.getRole(Precondition.role), before: deadline)
        } catch {
            if error.serviceError?.code == "NoSuchEntity" { missing.append(.serviceRole) }
        }
        return missing
    }

    /// `nil` if the list cannot be read to its end.
    private func trustedServices() -> [String]? {
        let world = client.world
        guard
            let (concurrent, caller) = try? AWS.ConcurrentClient.forProfile(
                profile, region: client.region, in: world)
        else { return nil }
        let (region, deadline) = (client.region, deadline)
        let pages = Observer.wait {
            await concurrent.list(in: region, as: caller, before: deadline) {
                Organizations.listServiceAccess(token: $0)
            }
        }
        return pages.failure == nil ? pages.items : nil
    }

    private func read<Output>(
        _ part: String, _ operation: AWS.Operation<Output>, _ client: AWS.Client
    ) -> Observed<Output> {
        do throws(AWS.Failure) {
            return .observed(try client.send(operation, before: deadline))
        } catch {
            return .unavailable(Unavailable(part, error))
        }
    }
}

/// What a trail of the organization needs in the management account.
/// Source: CloudTrail User Guide, "Creating a trail for an organization".
enum Precondition {
    case trustedAccess, serviceRole

    static let service = "cloudtrail.amazonaws.com"
    static let role = "AWSServiceRoleForCloudTrail"

    /// What is missing, and the command that adds it.
    var line: [String] {
        switch self {
        case .trustedAccess:
            [
                "missing", "trusted access of CloudTrail to the organization",
                "aws organizations enable-aws-service-access --service-principal \(Self.service)",
            ]
        case .serviceRole:
            [
                "missing", "the role \(Self.role)",
                "aws iam create-service-linked-role --aws-service-name \(Self.service)",
            ]
        }
    }
}

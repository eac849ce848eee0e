import AWSClient
import AccessPlan
import Snapshots
import System
import Time

extension Part {
    /// Our stacks: in the home Region of every account, and in every hub Region of the emergency
    /// access account.
    static let stacks = Part("stacks") { place in
        let regions =
            place.account == place.plan.emergencyAccount
            ? place.plan.regions.hubs : [place.region]
        let lists = await each(of: regions) { await place.seen(from: $0).stacks() }
        let stacks = Listing(
            lists.flatMap(\.items), unread: lists.compactMap(\.unread).first)
        return { $0.accounts[place.account]?.stacks = stacks }
    }
}

extension Place {
    /// How long CloudFormation's result is valid, in seconds: until the next run.
    private static let longestTrusted: Int64 = 3 * 86_400

    fileprivate func stacks() async -> Listing<Snapshot.Stack> {
        let words = "the stacks of account \(account) in \(region)"
        let listed = await list(words) { CloudFormation.listStacks(token: $0) }
        let ours = listed.items.filter {
            $0.status != "DELETE_COMPLETE"
                && ($0.name.hasPrefix(AlertPathNames.prefix)
                    || $0.name.hasPrefix("StackSet-" + AlertPathNames.prefix))
        }
        let stacks = await each(of: ours) { stack in
            Snapshot.Stack(
                name: stack.name, region: region, status: stack.status,
                drift: await drift(of: stack))
        }
        return Listing(stacks, unread: listed.unread)
    }

    /// Whether the stack still matches its template. CloudFormation needs a while to compare them:
    /// the run starts the comparison for the next run, and waits for it only if there is no result
    /// yet.
    private func drift(of stack: CloudFormation.Stack) async -> Observed<String> {
        let words = "the drift of stack \(stack.name) in \(region)"
        let begun = await read(words, CloudFormation.detectStackDrift(stack.name))
        if let known = stack.drift, known != "NOT_CHECKED", let checkedAt = stack.driftCheckedAt,
            Int64(startedAt) - checkedAt.secondsSince1970 < Self.longestTrusted
        {
            return .observed(known)
        }
        return await observe { () throws(Unavailable) in
            let id = try begun.get()
            for _ in 0..<12 {
                let detection = try await send(
                    words, CloudFormation.describeStackDriftDetectionStatus(id))
                switch detection.status {
                case "DETECTION_COMPLETE": return detection.drift ?? "UNKNOWN"
                case "DETECTION_FAILED":
                    throw Unavailable(words, .failed, detail: "the detection failed")
                default: await client.world.wait(.seconds(2))
                }
            }
            throw Unavailable(words, .timeout, detail: "the detection goes on")
        }
    }
}

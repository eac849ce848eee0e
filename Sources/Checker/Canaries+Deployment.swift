import AWSClient
import AccessPlan
import Collector
import Snapshots
public import System
import Text

/// The canaries of a deployment, which listens for them behind the topic.
///
/// Each becomes a message, so they are sent slowly: the publisher runs twice at a time, and an alert
/// must find it free. Ten a second leave it half of its time if publishing takes a tenth of a second;
/// 1,700 take three minutes.
extension Canaries {
    /// Between two canaries of a deployment.
    static let interval = Duration.milliseconds(100)

    /// The result of an order.
    public struct Outcome: Sendable, Equatable {
        let run: String

        /// How many canaries were sent.
        var sent = 0

        /// Why the others were not, by `ACCOUNT/REGION`, or by `ACCOUNT` if its Regions are not known.
        var notSent: [String: String] = [:]

        /// The function's response. A reason is cut, so that 20,000 of them stay below the 6 MB that
        /// Lambda returns.
        public var json: [UInt8] {
            JSON.object([
                "result": "canaries_sent", "run": .string(run), "sent": .number("\(sent)"),
                "notSent": .object(notSent.mapValues { .string(String($0.prefix(200))) }),
            ]).bytes
        }
    }

    /// Sends them.
    /// - Parameters:
    ///   - order: the run, and where.
    ///   - deadline: when the function must have answered.
    /// - Returns: how many were sent, and why others were not.
    public func send(_ order: CanaryOrder, deadline: Deadline) -> Outcome {
        let world = client.world
        let before = deadline.capped(
            by: Checker.collectingTime(of: deadline.remaining(in: world)), in: world)
        return Observer.wait { await send(order, before: before) }
    }

    func send(_ order: CanaryOrder, before deadline: Deadline) async -> Outcome {
        var outcome = Outcome(run: order.run)
        var places = order.places ?? []
        if order.places == nil {
            let regions = EnabledRegions(plan: plan, client: client, own: own)
            let listings = await each(of: plan.watchedAccounts) {
                ($0, await regions.of($0, before: deadline))
            }
            for (account, listing) in listings {
                places += listing.items.map { CanaryOrder.Place(account: account, region: $0) }
                if let why = listing.unread { outcome.notSent[account] = "\(why)" }
            }
        }
        let name = CanarySession.name(ofRun: order.run)
        let pace = Pace(Self.interval, in: client.world)
        let planned = Set(plan.watchedAccounts)
        let results = await each(of: places) { place -> (String, String?) in
            guard planned.contains(place.account) else {
                return (place.words, "the plan has no such account")
            }
            await pace.turn()
            return (place.words, await send(to: place, named: name, before: deadline))
        }
        for (place, reason) in results {
            if let reason { outcome.notSent[place] = reason } else { outcome.sent += 1 }
        }
        return outcome
    }

    /// Why a canary was not sent; `nil` if it was.
    private func send(
        to place: CanaryOrder.Place, named name: String, before deadline: Deadline
    ) async -> String? {
        let role = plan.roleARN(AlertPathNames.canaryRole, in: place.account)
        do throws(AWS.Failure) {
            _ = try await client.send(
                STS.assumeRole(roleARN: role, sessionName: name, duration: 900),
                in: place.region, as: own, before: deadline)
            return nil
        } catch {
            return error.fact
        }
    }

    /// Handles some items at a time.
    private func each<Item: Sendable, Result: Sendable>(
        of items: [Item], _ handle: @escaping @Sendable (Item) async -> Result
    ) async -> [Result] {
        await withTaskGroup(of: Result.self) { group in
            var results: [Result] = []
            for (index, item) in items.enumerated() {
                if index >= Self.width, let done = await group.next() { results.append(done) }
                group.addTask { await handle(item) }
            }
            for await done in group { results.append(done) }
            return results
        }
    }
}

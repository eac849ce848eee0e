package import AWSClient
package import AccessPlan
import State
import System
import Text
import Time

/// Keeps canaries from people: none is sent before every subscription filters them.
package struct SubscriptionFilters: Sendable {
    let site: Site
    let plan: Plan

    /// Makes the guard of a plan's subscriptions in the home Region.
    package init(_ site: Site, _ plan: Plan) {
        self.site = site
        self.plan = plan
    }

    /// How long SNS may take until a changed filter is in effect.
    /// <https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html>
    static let settling: Int64 = 900

    private var home: String { plan.regions.home }

    /// Notes that the filter of an existing subscription changes now: call this before it does, so that
    /// a run that ends in between is not forgotten.
    /// - Throws: why the state table did not take it.
    package func noteChange() async throws(AWS.Failure) {
        let now = site.client.world.now().secondsSince1970
        _ = try await site.send(
            StateTable.noteFilterChange(at: now, table: AlertPathNames.table), in: home)
    }

    /// Waits until canaries reach nobody but the queue.
    /// - Throws: who would get them.
    func settle(before deadline: Deadline, _ narrator: Narrator) async throws(Obstacle) {
        try await check()
        let world = site.client.world
        let changed: Int64?
        do throws(AWS.Failure) {
            changed = StateTable.filterChange(
                of: try await site.send(
                    StateTable.readFilterChange(table: AlertPathNames.table), in: home))
        } catch {
            throw Obstacle(error, at: site, home, AlertPathNames.table)
        }
        guard let changed else { return }
        let end = changed + Self.settling
        // A clock that was wrong must not stop deployments for years.
        let left = min(end - world.now().secondsSince1970, Self.settling)
        guard left > 0 else { return }
        let time = Duration.seconds(left)
        guard deadline.remaining(in: world) > time else {
            throw obstacle(
                "a filter changed, and SNS takes up to 15 minutes to apply it: until then people would "
                    + "get canaries",
                hint: "run this again in \(time.inWords)")
        }
        narrator.note(
            "A subscription's filter changed. SNS takes up to 15 minutes to apply it, so canaries are "
                + "sent in \(time.inWords).")
        let begin = world.deadline(after: time)
        while !begin.hasPassed(in: world), !Task.isCancelled {
            narrator.progress(
                "canaries are sent in \(begin.remaining(in: world).inWords), when filters are in effect"
            )
            await world.wait(min(.seconds(1), begin.remaining(in: world)))
        }
    }

    /// Whether every confirmed subscription has its filter.
    private func check() async throws(Obstacle) {
        let listed: [SNS.Subscription]
        do throws(AWS.Failure) {
            listed = try await site.all(in: home) {
                SNS.listSubscriptionsByTopic(
                    topicARN: plan.topicARN(AlertPathNames.topic, in: home), token: $0)
            }
        } catch {
            throw Obstacle(error, at: site, home, AlertPathNames.topic)
        }
        let confirmed = listed.filter { $0.arn != nil }
        guard confirmed.contains(where: isQueue) else {
            throw obstacle(
                "queue \(AlertPathNames.canaryQueue) is not subscribed, so no canary can be heard",
                hint: "update stack breakglass-hub")
        }
        let obstacles = await confirmed.concurrentMap(width: 8) { await problem(of: $0) }
        if let first = obstacles.compactMap({ $0 }).first { throw first }
    }

    private func isQueue(_ subscription: SNS.Subscription) -> Bool {
        subscription.transport == "sqs"
            && subscription.endpoint
                == plan.queueARN(AlertPathNames.canaryQueue, in: home, account: site.account)
    }

    private func problem(of subscription: SNS.Subscription) async -> Obstacle? {
        let policy =
            isQueue(subscription) ? AlertPathNames.canaryFilter : AlertPathNames.subscriptionFilter
        let attributes: [String: String]
        do throws(AWS.Failure) {
            attributes = try await site.send(
                SNS.getSubscriptionAttributes(subscriptionARN: subscription.arn ?? ""), in: home)
        } catch {
            return Obstacle(error, at: site, home, AlertPathNames.topic)
        }
        let scope = attributes["FilterPolicyScope"] ?? "MessageAttributes"
        let filter = attributes["FilterPolicy"].flatMap { JSON(Array($0.utf8)) }
        if scope == "MessageAttributes", filter == JSON(Array(policy.utf8)) { return nil }
        let words = "\(subscription.transport) \(subscription.endpoint)"
        return obstacle(
            isQueue(subscription)
                ? "\(words) does not filter for canaries"
                : "\(words) does not have the filter that keeps canaries from people",
            hint: "aws sns set-subscription-attributes --region \(home) --subscription-arn "
                + "\(subscription.arn ?? "") --attribute-name FilterPolicy --attribute-value '\(policy)'"
        )
    }

    private func obstacle(_ reason: String, hint: String) -> Obstacle {
        Obstacle(account: site.account, region: home, AlertPathNames.topic, reason, hint: hint)
    }
}

import AWSClient
package import AccessPlan
import Synchronization

/// What only people can do, as far as it is not done yet. Only reads.
package struct ToDo: Sendable {
    let plan: Plan
    let site: Site
    private let notes = Notes()

    var home: String { plan.regions.home }

    /// What could not be read, from any task.
    private final class Notes: Sendable {
        let all = Mutex<[Obstacle]>([])
    }

    /// What is to be done.
    package struct List: Sendable, Hashable {
        /// In the order in which people should do it.
        package let items: [ToDoItem]
        /// What could not be read: whether it is done is not known.
        package let unread: [Obstacle]

        /// Makes a list.
        package init(items: [ToDoItem], unread: [Obstacle] = []) {
            self.items = items
            self.unread = unread
        }
    }

    /// Makes the reader of a list.
    /// - Parameters:
    ///   - plan: what is deployed.
    ///   - site: the emergency access account.
    package init(plan: Plan, site: Site) {
        self.plan = plan
        self.site = site
    }

    /// Reads what is done, and says what is left.
    /// - Parameter others: what else people have to do, before the drill.
    /// - Returns: what is left.
    package func list(_ others: [ToDoItem] = []) async -> List {
        async let topics = topics()
        async let users = users()
        async let provider = providerItem()
        async let drill = drillItem()
        let items =
            subscriptionItems(await topics) + userItems(await users)
            + [await provider].compactMap { $0 } + others + [await drill].compactMap { $0 }
        return List(items: items, unread: notes.all.withLock { $0 }.sorted { "\($0)" < "\($1)" })
    }

    /// What AWS answers; `nil` after noting why it does not.
    func answer<Value: Sendable>(
        _ subject: String, in region: String,
        _ read: () async throws(AWS.Failure) -> Value
    ) async -> Value? {
        do throws(AWS.Failure) {
            return try await read()
        } catch {
            note(Obstacle(error, at: site, region, subject))
            return nil
        }
    }

    func note(_ obstacle: Obstacle) { notes.all.withLock { $0.append(obstacle) } }
}

import AWSClient
import AccessPlan
import Dispatch
public import Snapshots
import System

extension Collector {
    /// Reads everything in parallel, until all is read or the deadline is reached.
    ///
    /// - Parameter known: what is already known: when the run began, and the contents of the state
    ///   table. The last run in it is where the reading of the identity provider's log starts.
    /// - Returns: that, and what was read by then. A part that was not read has a reason. Returns
    ///   by the deadline even if a call hangs, plus at most one second in which running calls may
    ///   end.
    public func fill(_ known: Snapshot) async -> Snapshot {
        let store = SnapshotStore(blank(known))
        let work = Task { await readAll(into: store) }
        await wait(for: work, before: deadline)
        work.cancel()
        return store.snapshot
    }

    /// The same for a caller that is not a task, such as the runtime's loop. Blocks its thread.
    public func fill(_ snapshot: inout Snapshot) {
        let filled = SnapshotStore(snapshot)
        let done = DispatchSemaphore(value: 0)
        Task {
            let found = await fill(filled.snapshot)
            filled.put { $0 = found }
            done.signal()
        }
        done.wait()
        snapshot = filled.snapshot
    }

    /// Every account and hub, nothing of them read yet.
    private func blank(_ known: Snapshot) -> Snapshot {
        var snapshot = known
        for id in accounts { snapshot.accounts[id] = Snapshot.Account(id: id) }
        for region in plan.regions.hubs { snapshot.hubs[region] = Snapshot.Hub(region: region) }
        return snapshot
    }

    private func readAll(into store: SnapshotStore) async {
        let startedAt = store.snapshot.takenAt
        let tester = PatternTester(plan: plan, store: store)
        let shared = SharedTexts()
        @Sendable func place(_ account: String, _ region: String, _ caller: AWS.Caller) -> Place {
            Place(
                plan: plan, account: account, region: region,
                startedAt: startedAt, deadline: deadline, client: client, caller: caller,
                shared: shared, patterns: tester)
        }
        let home = plan.regions.home
        let emergency = plan.emergencyAccount
        let session = sessions.caller(in: emergency)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await readIdentityProvider(into: store) }
            group.addTask {
                await readOrganization(place(emergency, home, session), into: store) {
                    place($0, home, $1)
                }
            }
            group.addTask {
                await read(Part.ofEmergencyAccount, in: place(emergency, home, session), store)
            }
            for region in plan.regions.hubs {
                group.addTask {
                    await read(Part.ofHub, in: place(emergency, region, session), store)
                }
            }
            group.addTask {
                await bounded(accounts) { account in
                    let caller = sessions.caller(in: account)
                    await read(Part.ofEveryAccount, in: place(account, home, caller), store)
                    // The emergency account's session serves others still.
                    if account != emergency { sessions.end(in: account) }
                }
            }
        }
    }

    /// Reads some parts in one place at the same time.
    func read(_ parts: [Part], in place: Place, _ store: SnapshotStore) async {
        _ = await each(of: parts) { part in
            let done = store.fill(await part.read(place))
            report("\(part.name) of account \(place.account)", done: done)
        }
    }

    func report(_ part: String, done: Int) {
        progress(Progress(part: part, done: done, total: total))
    }

    /// How many parts there are.
    private var total: Int {
        accounts.count * Part.ofEveryAccount.count + Part.ofEmergencyAccount.count
            + plan.regions.hubs.count * Part.ofHub.count + Part.ofOrganization.count
            + (identityProvider == nil ? 0 : 1)
    }

    /// Does the same for each element, for some of them at a time, in order.
    private func bounded<Element: Sendable>(
        _ elements: [Element], _ body: @escaping @Sendable (Element) async -> Void
    ) async {
        await withTaskGroup(of: Void.self) { group in
            for (index, element) in elements.enumerated() {
                if index >= width { await group.next() }
                group.addTask { await body(element) }
            }
        }
    }

    /// Waits until the work is done, or a second past the deadline.
    private func wait(for work: Task<Void, Never>, before deadline: Deadline) async {
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        let worker = Task {
            await work.value
            end.yield()
        }
        let world = client.world
        let clock = Task {
            await world.wait(deadline.remaining(in: world) + .seconds(1))
            end.yield()
        }
        await withTaskCancellationHandler {
            for await _ in ends { break }
        } onCancel: {
            end.finish()
        }
        clock.cancel()
        worker.cancel()
    }
}

import Runs
import Snapshots

extension Collector {
    /// Reads the identity provider, and its log since the last run that the state table stores.
    func readIdentityProvider(into store: SnapshotStore) async {
        guard let identityProvider else { return }
        let since = store.snapshot.history.lastRun.value??.takenAt
        let found = await identityProvider.read(plan, since: since, before: deadline)
        report("identity provider", done: store.fill { $0.identityProvider = found })
    }
}

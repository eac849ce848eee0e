import AWSClient

extension FirstContact {
    /// Removes something that was made.
    struct Removal: Sendable {
        /// What, e.g. `rule first-contact in eu-west-1`.
        let what: String
        /// Removes it; success also where it is not there.
        let remove: @Sendable () async -> Result<Void, AWS.Failure>

        init<Output: Sendable>(
            _ what: String, _ site: Site, _ region: String, _ operation: AWS.Operation<Output>,
            absent: [String]
        ) {
            self.what = what
            remove = {
                switch await site.ask(operation, in: region) {
                case .success: return .success(())
                case .failure(let failure) where failure.begins(with: absent): return .success(())
                case .failure(let failure): return .failure(failure)
                }
            }
        }
    }

    /// Does something that makes things, and removes them whatever happens: also what a run that was
    /// killed has left behind, before anything is made.
    func undoing(
        _ removals: [Removal], _ body: @Sendable () async -> Outcome
    ) async -> Outcome {
        let before = await Self.remove(removals)
        guard before.isEmpty else {
            var outcome = Outcome.open("something of a former run cannot be removed")
            outcome.leftovers = before
            return outcome
        }
        var outcome = await body()
        // A canceled task sends nothing: Ctrl-C must not leave anything behind.
        outcome.leftovers = await Task.detached { await Self.remove(removals) }.value
        return outcome
    }

    private static func remove(_ removals: [Removal]) async -> [String] {
        var left: [String] = []
        for removal in removals {
            if case .failure(let failure) = await removal.remove() {
                left.append("\(removal.what) is left behind: \(failure.fact)")
            }
        }
        return left
    }
}

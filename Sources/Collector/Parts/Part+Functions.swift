import AWSClient
import AccessPlan
import Snapshots

extension Part {
    /// A hub's functions. The state table stores the hashes of the deployed code.
    static let functions = Part("functions") { place in
        let functions = await each(of: AlertPathNames.functions) { name in
            (name, await place.function(name))
        }
        return { $0.hubs[place.region]?.functions = Dictionary(functions) { first, _ in first } }
    }
}

extension Place {
    fileprivate func function(_ name: String) async -> Observed<Snapshot.Function> {
        let words = "function \(name) in \(region)"
        return await observe { () throws(Unavailable) in
            let configuration = try await send(words, Lambda.getFunctionConfiguration(name))
            guard let state = configuration.state, let update = configuration.lastUpdateStatus
            else { throw Unavailable(words, .malformed, detail: "has no state") }
            async let concurrency = read(
                "the concurrency of \(words)", Lambda.getFunctionConcurrency(name))
            async let policy = read("the policy of \(words)", Lambda.getPolicy(name))
            async let destinations = read(
                "the destinations of \(words)", Lambda.getFunctionEventInvokeConfig(name))
            return Snapshot.Function(
                arn: configuration.arn, state: state, lastUpdateStatus: update,
                // Whether it may run: without this the whole function is unavailable.
                reservedConcurrency: try await concurrency.get(),
                codeSHA256: configuration.codeSHA256,
                deployedSHA256: .notReached("what was deployed as \(words)"),
                policy: await policy,
                destinations: await destinations.map {
                    Snapshot.Destinations(onSuccess: $0.onSuccess, onFailure: $0.onFailure)
                })
        }
    }
}

import AWSClient
public import AccessPlan
import Collector
public import Snapshots
public import State
public import System

extension StateTable {
    /// Fills in what the table knows: the last run, the last close, drills, canaries and the declared
    /// emergency. A part that cannot be read is unavailable with the reason.
    /// - Parameters:
    ///   - snapshot: the night's snapshot.
    ///   - plan: which accounts send canaries.
    ///   - deadline: when to give up.
    public func fill(_ snapshot: inout Snapshot, plan: Plan, deadline: Deadline) {
        func read<Value>(_ part: String, _ ask: () throws -> Value) -> Observed<Value> {
            do {
                return .observed(try ask())
            } catch let malformed as MalformedItem {
                return .unavailable(Unavailable(part, .malformed, detail: malformed.reason))
            } catch let failure as AWS.Failure {
                return .unavailable(Unavailable(part, failure))
            } catch {
                return .unavailable(Unavailable(part, .failed, detail: "\(error)"))
            }
        }
        snapshot.declaration = read("the declared emergency") {
            try declaration(deadline: deadline)
        }
        snapshot.history.lastRun = read("the last run") { try lastRun(deadline: deadline) }
        snapshot.history.lastClose = read("the last close") { try lastClose(deadline: deadline) }
        snapshot.history.drills = read("the drills") { try drills(deadline: deadline) }
        snapshot.history.canaries = read("the canaries") {
            try canaries(of: plan.watchedAccounts, deadline: deadline)
        }
    }

    /// Fills in the code that the deployment recorded, for each function that was read.
    /// - Parameters:
    ///   - hubs: the snapshot's hubs, by Region.
    ///   - deadline: when to give up.
    public func fillDeployedCode(_ hubs: inout [String: Snapshot.Hub], deadline: Deadline) {
        for (region, hub) in hubs {
            for (name, seen) in hub.functions {
                guard case .observed(var function) = seen else { continue }
                let part = "what was deployed as \(name) in \(region)"
                do throws(AWS.Failure) {
                    let hash = try deployedCode(of: "\(region)/\(name)", deadline: deadline)
                    function.deployedSHA256 =
                        hash.map { .observed($0) } ?? .unavailable(Unavailable(part, .notFound))
                } catch {
                    function.deployedSHA256 = .unavailable(Unavailable(part, error))
                }
                hubs[region]?.functions[name] = .observed(function)
            }
        }
    }

    /// Fills in the parts of a setup that has no state table.
    /// - Parameter snapshot: the night's snapshot.
    public static func fillNothing(_ snapshot: inout Snapshot) {
        func none<Value>(_ part: String) -> Observed<Value> {
            .unavailable(Unavailable(part, .notConfigured, detail: "no state table is set up"))
        }
        snapshot.declaration = none("the declared emergency")
        snapshot.history.lastRun = none("the last run")
        snapshot.history.lastClose = none("the last close")
        snapshot.history.drills = none("the drills")
        snapshot.history.canaries = none("the canaries")
    }
}

package import AWSClient
package import AccessPlan
package import Deployment
import System

/// Reads the accounts and policies that decide where rules can be.
package struct RegionReader: Sendable {
    let plan: Plan
    let reader: OrganizationReader
    /// What other credentials told: the status of each Region, by account.
    let known: [String: [String: RegionStatus]]
    /// Whom stack sets reach; empty is everybody.
    let units: [String]

    /// Makes a reader.
    /// - Parameters:
    ///   - plan: which accounts are watched.
    ///   - reader: asks the organization.
    ///   - known: what other credentials told: the status of each Region, by account.
    ///   - units: whom stack sets reach; empty is everybody.
    package init(
        plan: Plan, reader: OrganizationReader, known: [String: [String: RegionStatus]],
        units: [String]
    ) {
        self.plan = plan
        self.reader = reader
        self.known = known
        self.units = units
    }

    /// What was read.
    package struct Result: Sendable {
        /// The accounts, and what is known of each.
        package internal(set) var accounts: [RegionMatrix.Account] = []
        /// Of the organization; `nil` if there is none, or they could not be read.
        package internal(set) var policies: PolicyTree?
        /// What could not be read: a sentence with a hint.
        package internal(set) var notes: [String] = []
    }

    /// Reads everything. What cannot be read is said, and never guessed.
    package func read() async throws(AWS.Failure) -> Result {
        let identity = try await reader.client.send(
            STS.getCallerIdentity(), in: reader.region, as: reader.caller, before: reader.deadline)
        var result = Result()
        var known = known
        if known[identity.account] == nil {
            known[identity.account] = try await reader.regions(of: nil)
        }
        guard let management = await organization(&result.notes) else {
            // Nobody but the plan says which accounts there are.
            for id in plan.watchedAccounts {
                var account = RegionMatrix.Account(id: id, regions: known[id])
                if known[id] == nil { account.unreached = "no organization leads to it" }
                result.accounts.append(account)
            }
            return result
        }
        let tree: OrganizationReader.Tree
        let active: Set<String>
        do throws(AWS.Failure) {
            tree = try await reader.tree()
            active = try await reader.activeAccounts()
        } catch {
            guard plan.watchedAccounts == [identity.account] else { throw error }
            result.notes.append(Self.unforeseen(error))
            result.accounts = [
                RegionMatrix.Account(id: identity.account, regions: known[identity.account])
            ]
            return result
        }
        do throws(AWS.Failure) {
            result.policies = try await reader.policies(tree)
        } catch {
            result.notes.append(Self.unforeseen(error))
        }
        let ids = plan.watchedAccounts + tree.accounts.filter { !plan.watchedAccounts.contains($0) }
        let asked = ids.filter { known[$0] == nil && active.contains($0) && $0 != management }
        let answers = await answers(of: asked)
        for id in ids {
            var account = RegionMatrix.Account(id: id, regions: known[id])
            switch answers[id] {
            case .regions(let regions): account.regions = regions
            case .unread(let why): account.unread = why
            case nil: break
            }
            if id != management {
                account.deployer = plan.stackSetRole(in: id)
                if !active.contains(id) {
                    account.unreached = "it is not an active account of the organization"
                } else if !units.isEmpty, !tree.holds(id, below: units) {
                    account.unreached = "it is outside of \(units.joined(separator: ", "))"
                }
            } else if known[id] == nil {
                account.unreached =
                    "it is the management account, which stack sets leave out: --management-profile"
            }
            // Where stack sets create nothing and the plan asks for nothing, nothing is missing.
            if account.unreached == nil || plan.watchedAccounts.contains(id) {
                result.accounts.append(account)
            }
        }
        return result
    }

    private func organization(_ notes: inout [String]) async -> String? {
        do throws(AWS.Failure) {
            return try await reader.managementAccount()
        } catch {
            notes.append(Self.unforeseen(error))
            return nil
        }
    }

    /// The Regions of an account, or why they cannot be read.
    private enum Answer: Sendable {
        case regions([String: RegionStatus])
        case unread(String)
    }

    private func answers(of accounts: [String]) async -> [String: Answer] {
        await withTaskGroup(of: (String, Answer).self) { group in
            for id in accounts {
                group.addTask { (id, await answer(of: id)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    // Not in the closure above: the optimizer of Swift 6.3 spoils an error that is caught there.
    private func answer(of account: String) async -> Answer {
        do throws(AWS.Failure) {
            return .regions(try await reader.regions(of: account))
        } catch {
            return .unread(error.fact)
        }
    }

    private static func unforeseen(_ failure: AWS.Failure) -> String {
        "Regions that a policy of the organization denies are not foreseen: \(failure.fact)"
    }
}

import AWSClient
import Snapshots

extension Part {
    /// The organization's accounts.
    static let members = Part("accounts") { place in
        let accounts = await place.list("the organization's accounts") {
            Organizations.listAccounts(token: $0)
        }
        let members = Listing(
            accounts.items.map { Snapshot.Member(id: $0.id, name: $0.name, status: $0.status) },
            unread: accounts.unread)
        return { $0.organization.accounts = members }
    }

    /// Whether root users of member accounts are managed centrally.
    static let rootManagement = Part("root access management") { place in
        let features = await place.read(
            "the organization's features", IAM.listOrganizationsFeatures())
        return {
            $0.organization.managesRootCentrally = features.map {
                $0.contains("RootCredentialsManagement")
            }
        }
    }

    /// The resource control policies on each account and above it.
    ///
    /// Read policy by policy: there are few policies, and thousands of accounts.
    static let resourceControlPolicies = Part("resource control policies") { place in
        let list = await place.list("the resource control policies") {
            Organizations.listResourceControlPolicies(token: $0)
        }
        // AWS's own policy allows everything.
        let reaches = await each(of: list.items.filter { !$0.isOwnedByAWS }) {
            await place.reach(of: $0.id)
        }
        let unread = list.unread ?? reaches.lazy.compactMap(\.unread).first
        let known = reaches.compactMap(\.value)
        return { snapshot in
            for id in snapshot.accounts.keys {
                snapshot.accounts[id]?.resourceControlPolicies = Listing(
                    known.filter { $0.covers(id) }.map(\.policy), unread: unread)
            }
        }
    }
}

/// A policy of the organization and the accounts below its targets.
private struct Reach: Sendable {
    let policy: Snapshot.Policy
    let isEverywhere: Bool
    let accounts: Set<String>

    func covers(_ account: String) -> Bool { isEverywhere || accounts.contains(account) }
}

extension Place {
    fileprivate func reach(of id: String) async -> Observed<Reach> {
        await observe { () throws(Unavailable) in
            let part = "resource control policy \(id)"
            let targets = try await list("what \(part) hangs on") {
                Organizations.listTargetsForPolicy(id: id, token: $0)
            }.whole()
            // A policy without targets has no effect.
            let text =
                targets.isEmpty ? "" : try await send(part, Organizations.describePolicy(id: id))
            var accounts = Set(targets.filter { $0.type == "ACCOUNT" }.map(\.id))
            var units = targets.filter { $0.type == "ORGANIZATIONAL_UNIT" }.map(\.id)
            var seen = Set(units)
            while let unit = units.popLast() {
                accounts.formUnion(try await children(of: unit, "ACCOUNT"))
                for below in try await children(of: unit, "ORGANIZATIONAL_UNIT")
                where seen.insert(below).inserted {
                    units.append(below)
                }
            }
            return Reach(
                policy: Snapshot.Policy(name: id, text: text),
                isEverywhere: targets.contains { $0.type == "ROOT" }, accounts: accounts)
        }
    }

    private func children(of unit: String, _ type: String) async throws(Unavailable) -> [String] {
        try await list("what is below \(unit)") {
            Organizations.listChildren(of: unit, type: type, token: $0)
        }.whole()
    }
}

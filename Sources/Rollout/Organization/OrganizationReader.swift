package import AWSClient
package import Deployment
package import System

/// Reads what an organization says about Regions: its accounts, where each is, its policies, and which
/// Regions each account enabled.
package struct OrganizationReader: Sendable {
    package let client: AWS.ConcurrentClient
    package let caller: AWS.Caller
    package let region: String
    package let deadline: Deadline

    /// Makes a reader.
    /// - Parameters:
    ///   - client: carries out the calls.
    ///   - caller: whose credentials sign them.
    ///   - region: where Organizations is asked.
    ///   - deadline: when to give up.
    package init(
        client: AWS.ConcurrentClient, caller: AWS.Caller, region: String, deadline: Deadline
    ) {
        self.client = client
        self.caller = caller
        self.region = region
        self.deadline = deadline
    }

    /// The tree of units and accounts.
    package struct Tree: Sendable {
        /// The unit or root above each account and unit, by id.
        package internal(set) var parents: [String: String] = [:]
        /// Ids of the accounts.
        package internal(set) var accounts: [String] = []

        /// Whether an account is in one of these units or roots, or below one.
        package func holds(_ account: String, below units: [String]) -> Bool {
            var level: String? = account
            for _ in 0..<8 {
                guard let id = level else { return false }
                if units.contains(id) { return true }
                level = parents[id]
            }
            return false
        }
    }

    /// The management account's id; nil if the account is in no organization.
    package func managementAccount() async throws(AWS.Failure) -> String? {
        do throws(AWS.Failure) {
            return try await send(Organizations.describeManagementAccount())
        } catch .refused(let error, _) where error.code == "AWSOrganizationsNotInUseException" {
            return nil
        }
    }

    /// All units and accounts.
    package func tree() async throws(AWS.Failure) -> Tree {
        var tree = Tree()
        var open = try await all { Organizations.listRoots(token: $0) }
        while let unit = open.popLast() {
            for account in try await all({
                Organizations.listChildren(of: unit, type: "ACCOUNT", token: $0)
            }) {
                tree.parents[account] = unit
                tree.accounts.append(account)
            }
            for below in try await all({
                Organizations.listChildren(of: unit, type: "ORGANIZATIONAL_UNIT", token: $0)
            }) where tree.parents[below] == nil {
                tree.parents[below] = unit
                open.append(below)
            }
        }
        tree.accounts.sort()
        return tree
    }

    /// The ids of accounts that are active.
    package func activeAccounts() async throws(AWS.Failure) -> Set<String> {
        Set(
            try await all { Organizations.listAccounts(token: $0) }
                .filter { $0.status == "ACTIVE" }.map(\.id))
    }

    /// The service control policies, where each is attached.
    package func policies(_ tree: Tree) async throws(AWS.Failure) -> PolicyTree {
        var policies: [PolicyTree.Policy] = []
        var targets: [String: [String]] = [:]
        for policy in try await all({ Organizations.listServiceControlPolicies(token: $0) }) {
            let attached = try await all {
                Organizations.listTargetsForPolicy(id: policy.id, token: $0)
            }
            guard !attached.isEmpty else { continue }
            targets[policy.id] = attached.map(\.id)
            policies.append(
                PolicyTree.Policy(
                    id: policy.id, name: policy.name,
                    text: policy.isOwnedByAWS
                        ? Self.fullAccess
                        : try await send(Organizations.describePolicy(id: policy.id))))
        }
        return PolicyTree(policies, targets: targets, parents: tree.parents)
    }

    /// AWS's own policy, which allows everything.
    private static let fullAccess = """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}
        """

    /// The Regions of an account.
    /// - Parameter account: another account than the caller's; nil for the caller's own.
    /// - Returns: the status of each Region, by name.
    /// - Throws: why they cannot be read.
    package func regions(of account: String?) async throws(AWS.Failure) -> [String: RegionStatus] {
        let found = try await all { Account.listRegionStatus(of: account, token: $0) }
        return found.reduce(into: [:]) { $0[$1.name] = RegionStatus(word: $1.status) }
    }

    private func send<Output: Sendable>(
        _ operation: AWS.Operation<Output>
    ) async throws(AWS.Failure) -> Output {
        try await client.send(operation, in: region, as: caller, before: deadline)
    }

    private func all<Item>(
        _ page: (_ token: String?) -> AWS.Operation<AWS.Page<Item>>
    ) async throws(AWS.Failure) -> [Item] {
        let pages = await client.list(in: region, as: caller, before: deadline, page: page)
        if let failure = pages.failure { throw failure }
        return pages.items
    }
}

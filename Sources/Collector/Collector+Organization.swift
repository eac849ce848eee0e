import AWSClient
import AccessPlan
import Snapshots

extension Collector {
    /// Reads the organization, or the fact that there is none.
    ///
    /// - Parameters:
    ///   - emergency: the emergency access account, seen through its audit role.
    ///   - store: where it goes.
    ///   - place: an account with a caller's credentials.
    func readOrganization(
        _ emergency: Place, into store: SnapshotStore,
        place: @Sendable (_ account: String, _ caller: AWS.Caller) -> Place
    ) async {
        if let (account, caller) = await administrator(emergency) {
            return await read(Part.ofOrganization, in: place(account, caller), store)
        }
        store.put { $0.leaveOutOrganization() }
        for part in Part.ofOrganization { report(part.name, done: store.fill { _ in }) }
    }

    /// Whose credentials read the organization: the management account's audit role. If it cannot
    /// be assumed, the emergency access account's, which may be a delegated administrator.
    ///
    /// - Parameter emergency: the emergency access account, seen through its audit role.
    /// - Returns: the account, and the caller there; nil without an organization. If the account is
    ///   not known, every call of the caller fails with the reason.
    private func administrator(
        _ emergency: Place
    ) async -> (account: String, caller: AWS.Caller)? {
        do throws(AWS.Failure) {
            let account = try await client.send(
                Organizations.describeManagementAccount(), in: emergency.region,
                as: emergency.caller, before: deadline)
            let management = sessions.caller(in: account)
            do throws(AWS.Failure) {
                _ = try await client.send(
                    STS.getCallerIdentity(), in: emergency.region, as: management, before: deadline)
                return (account, management)
            } catch {
                return (emergency.account, emergency.caller)
            }
        } catch .refused(let error, _) where error.code == "AWSOrganizationsNotInUseException" {
            return nil
        } catch {
            let why = error
            let nobody = AWS.Caller(name: "organization") { _ throws(AWS.CredentialsFailure) in
                throw .role(arn: "\(AlertPathNames.auditRole) of the management account", why)
            }
            return (emergency.account, nobody)
        }
    }
}

extension Snapshot {
    /// Records that the accounts are not in an organization.
    fileprivate mutating func leaveOutOrganization() {
        organization.accounts = Listing([])
        organization.managesRootCentrally = .observed(false)
        for id in accounts.keys { accounts[id]?.resourceControlPolicies = Listing([]) }
    }
}

import AWSClient
import AccessPlan
import Snapshots

extension Collector {
    /// Reads the organisation, or the fact that there is none.
    ///
    /// - Parameters:
    ///   - emergency: the emergency access account, seen through its audit role.
    ///   - store: where it goes.
    ///   - place: an account in somebody's name.
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

    /// In whose name the organisation is asked: the management account's audit role, or where that
    /// lets nobody in the emergency access account's, which may be a delegated administrator.
    ///
    /// - Parameter emergency: the emergency access account, seen through its audit role.
    /// - Returns: the account, and who calls there; nil where there is no organisation. Where nobody
    ///   can say which account it is, every call of the caller fails with the reason.
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
    /// Says that there is no organisation: nothing is above the accounts.
    fileprivate mutating func leaveOutOrganization() {
        organization.accounts = Listing([])
        organization.managesRootCentrally = .observed(false)
        for id in accounts.keys { accounts[id]?.resourceControlPolicies = Listing([]) }
    }
}

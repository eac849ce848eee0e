import AWSClient
import AccessPlan
import Snapshots
import Time

extension Part {
    /// The break-glass users: how they sign in, and what they may do.
    static let users = Part("break-glass users") { place in
        let names = place.plan.breakGlassUsers
        guard !names.isEmpty else { return { _ in } }
        async let report = place.passwordDates()
        let users = await each(of: names) { await place.user($0) }
        let dates = await report
        return { snapshot in
            for (name, user) in zip(names, users) {
                snapshot.emergencyAccount.users[name] = user.map { user in
                    var user = user
                    user.passwordLastChanged = dates.date(of: name)
                    return user
                }
            }
        }
    }
}

extension Place {
    fileprivate func user(_ name: String) async -> Observed<Snapshot.User> {
        await observe { () throws(Unavailable) in
            let seen = try await send("user \(name)", IAM.getUser(name))
            var user = Snapshot.User(arn: seen.arn)
            user.passwordLastUsed = seen.passwordLastUsed.map { Int($0.secondsSince1970) }
            async let permissions = permissions(of: .user(name))
            async let credentials = credentials(of: name)
            async let devices = list("the MFA devices of \(name)") {
                IAM.listMFADevices(name, marker: $0)
            }
            async let groups = list("the groups of \(name)") {
                IAM.listGroupsForUser(name, marker: $0)
            }
            user.loginProfile = await read(
                "the login profile of \(name)", IAM.getLoginProfile(name)
            ).map { Snapshot.LoginProfile(resetRequired: $0) }
            if let boundary = seen.boundary { user.boundary = await managed(boundary) }
            let serials = await devices
            user.mfaDevices = Listing(
                serials.items.map { Snapshot.MFADevice(serialNumber: $0) }, unread: serials.unread)
            user.groups = await groups
            user.credentials = await credentials
            user.permissions = await permissions
            return user
        }
    }

    /// All credentials of a user except password and MFA.
    private func credentials(of user: String) async -> Listing<Snapshot.Credential> {
        typealias Kind = Snapshot.Credential.Kind
        let kinds: [Kind] = [.accessKey, .signingCertificate, .sshKey, .serviceCredential]
        let lists = await each(of: kinds) { kind in
            let list = await list("the \(kind.rawValue)s of \(user)") { marker in
                switch kind {
                case .accessKey: IAM.listAccessKeys(user, marker: marker)
                case .signingCertificate: IAM.listSigningCertificates(user, marker: marker)
                case .sshKey: IAM.listSSHPublicKeys(user, marker: marker)
                case .serviceCredential: IAM.listServiceSpecificCredentials(user, marker: marker)
                }
            }
            return Listing(
                list.items.map { Snapshot.Credential(kind: kind, id: $0.id, status: $0.status) },
                unread: list.unread)
        }
        return Listing(
            lists.flatMap(\.items), unread: lists.lazy.compactMap(\.unread).first)
    }
}

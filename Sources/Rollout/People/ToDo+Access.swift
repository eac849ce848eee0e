import AWSClient
import AccessPlan
import State

extension ToDo {
    /// What a break-glass user has.
    struct User: Sendable {
        let name: String
        /// `nil` where that cannot be read.
        let hasPassword: Bool?
        /// How many MFA devices; `nil` where that cannot be read.
        let devices: Int?

        /// Whether people have done their part.
        var isReady: Bool { hasPassword != false && (devices ?? 2) >= 2 }
    }

    func users() async -> [User] {
        await plan.breakGlassUsers.concurrentMap(width: 4) { name in
            async let password = hasPassword(name)
            async let devices = devices(name)
            return User(name: name, hasPassword: await password, devices: await devices)
        }
    }

    private func hasPassword(_ user: String) async -> Bool? {
        do throws(AWS.Failure) {
            _ = try await site.send(IAM.getLoginProfile(user), in: home)
            return true
        } catch {
            if error.serviceError?.code == "NoSuchEntity" { return false }
            note(Obstacle(error, at: site, home, "the password of \(user)"))
            return nil
        }
    }

    private func devices(_ user: String) async -> Int? {
        do throws(AWS.Failure) {
            return try await site.all(in: home) { IAM.listMFADevices(user, marker: $0) }.count
        } catch {
            if error.serviceError?.code == "NoSuchEntity" { return 0 }
            note(Obstacle(error, at: site, home, "the MFA devices of \(user)"))
            return nil
        }
    }

    func userItems(_ users: [User]) -> [ToDoItem] {
        var items: [ToDoItem] = []
        for user in users where user.hasPassword == false {
            items.append(
                ToDoItem(
                    .setPassword,
                    "Set a password of \(user.name), 30 characters or more, made by the vault's "
                        + "generator. One person does this, and another one the next step, so that "
                        + "nobody has both. Run this in bash or zsh, and paste it:",
                    command: ToDoItem.asking(
                        for: "Password",
                        [
                            "aws iam create-login-profile --user-name \(user.name)",
                            "    --password-reset-required",
                        ], option: "--password")))
        }
        for user in users {
            guard let devices = user.devices, devices < 2 else { continue }
            items.append(
                ToDoItem(
                    .registerDevices,
                    "Register two MFA devices of \(user.name) (\(devices) there): a security key, and "
                        + "a TOTP device whose seed goes into the vault. In the console: IAM, Users, "
                        + "\(user.name), Security credentials."))
        }
        if !users.allSatisfy(\.isReady) {
            items.append(
                ToDoItem(
                    .sealCredentials,
                    "Put passwords and devices into two vaults or safes, at two places, and write "
                        + "down who may open them."))
        }
        return items
    }

    func providerItem() async -> ToDoItem? {
        guard let provider = plan.identityProvider else { return nil }
        let listed = await answer("SAML providers", in: home) { () throws(AWS.Failure) in
            try await site.send(IAM.listSAMLProviders(), in: home)
        }
        let end = ":saml-provider/\(provider.samlProvider)"
        guard let listed, !listed.contains(where: { $0.hasSuffix(end) }) else { return nil }
        return ToDoItem(
            .makeProvider,
            "Create the SAML provider \(provider.samlProvider): it does not exist, and nobody can sign in "
                + "by federation. Name the identity provider's metadata file in the plan "
                + "(identityProvider: metadata).", then: "Then run this again.")
    }

    /// The access paths that nobody has used yet, as the state table knows them.
    func drillItem() async -> ToDoItem? {
        let paths = [
            plan.hasUsers ? AccessPath.user : nil, plan.hasFederation ? .federation : nil,
        ].compactMap { $0 }
        let open = await paths.concurrentMap(width: 2) { path in
            let item = await answer("drills", in: home) { () throws(AWS.Failure) in
                try await site.send(
                    DynamoDB.getItem(
                        table: AlertPathNames.table,
                        key: ["id": .string(StateTable.drill(path))], consistent: true),
                    in: home)
            }
            return item?.flatMap { $0["time"] } == nil
        }
        guard open.contains(true) else { return nil }
        return ToDoItem(
            .drill,
            "Do the first drill: docs/runbooks/first-drill.md. An alarm that nobody has heard does "
                + "not count.")
    }
}

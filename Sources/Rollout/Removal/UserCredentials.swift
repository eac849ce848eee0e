import AWSClient

/// What people gave to the break-glass users: passwords, MFA devices, keys. CloudFormation deletes no user
/// who has one.
struct UserCredentials: Sendable {
    /// The emergency access account.
    let site: Site
    let home: String
    /// The plan's users.
    let planned: [String]

    /// Takes everything from the plan's users, and from those of the stack, which a former plan may have
    /// named. Where the stack's are not known, CloudFormation will refuse, with a reason.
    /// - Throws: ``Obstacle`` that names the user.
    func forget(usersOf stack: String) async throws(Obstacle) {
        let users = Set(planned).union(await users(of: stack))
        let obstacles = await users.sorted().concurrentMap(width: 4) { user in await forget(user) }
        if let first = obstacles.lazy.compactMap({ $0 }).first { throw first }
    }

    private func users(of stack: String) async -> [String] {
        do throws(AWS.Failure) {
            return try await site.all(in: home) {
                CloudFormation.listStackResources(stack: stack, token: $0)
            }.filter { $0.type == "AWS::IAM::User" }.compactMap(\.physicalID)
        } catch {
            return []
        }
    }

    private func forget(_ user: String) async -> Obstacle? {
        do throws(AWS.Failure) {
            guard
                let devices = try await whatIsThere({ marker in
                    IAM.listMFADevices(user, marker: marker)
                })
            else { return nil }
            for device in devices {
                try await send(IAM.deactivateMFADevice(device, of: user))
                // Only a virtual device has an ARN of this form, and stays when it is not deleted.
                if device.hasPrefix("arn:"), device.contains(":mfa/") {
                    try await send(IAM.deleteVirtualMFADevice(device))
                }
            }
            try await send(IAM.deleteLoginProfile(user))
            for key in try await whatIsThere({ IAM.listAccessKeys(user, marker: $0) }) ?? [] {
                try await send(IAM.deleteAccessKey(key.id, of: user))
            }
            await forgetRest(of: user)
            return nil
        } catch {
            return Obstacle(error, at: site, home, "user \(user)")
        }
    }

    /// Credentials that no plan has in mind. What cannot be read or deleted here is for CloudFormation to
    /// refuse, with a reason.
    private func forgetRest(of user: String) async {
        do throws(AWS.Failure) {
            for one in try await whatIsThere({ IAM.listSigningCertificates(user, marker: $0) })
                ?? []
            {
                try await send(IAM.deleteSigningCertificate(one.id, of: user))
            }
            for one in try await whatIsThere({ IAM.listSSHPublicKeys(user, marker: $0) }) ?? [] {
                try await send(IAM.deleteSSHPublicKey(one.id, of: user))
            }
            let others = try await whatIsThere({
                IAM.listServiceSpecificCredentials(user, marker: $0)
            })
            for one in others ?? [] {
                try await send(IAM.deleteServiceSpecificCredential(one.id, of: user))
            }
        } catch {}
    }

    /// A list; `nil` if the user does not exist.
    private func whatIsThere<Item>(
        _ page: (_ token: String?) -> AWS.Operation<AWS.Page<Item>>
    ) async throws(AWS.Failure) -> [Item]? {
        do throws(AWS.Failure) {
            return try await site.all(in: home, page)
        } catch .refused(let error, _) where error.code == "NoSuchEntity" {
            return nil
        }
    }

    /// What is not there need not be deleted.
    private func send(_ operation: AWS.Operation<Void>) async throws(AWS.Failure) {
        do throws(AWS.Failure) {
            try await site.send(operation, in: home)
        } catch .refused(let error, _) where error.code == "NoSuchEntity" {
            return
        }
    }
}

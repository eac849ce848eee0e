import AWSClient
import AccessPlan
import IdPClient
import System
import Text

extension OktaReader {
    /// The reader that a plan describes: by the key that it names, or else by a stored token.
    ///
    /// - Parameters:
    ///   - provider: the plan's.
    ///   - aws: where the key and the secret are.
    ///   - origin: a stand-in; `nil` for the plan's own Okta organization.
    ///   - transport: the network.
    init(
        _ provider: Plan.IdentityProvider, aws: AWSAccess, origin: String?,
        transport: @escaping WebAPI.Transport
    ) {
        let key = provider.signingKey.map { CheckerKey(id: $0, in: aws) }
        self.init(keyState: key?.state, world: aws.world) { deadline async throws(WebAPI.Failure) in
            guard let origin = origin ?? provider.domain.map({ "https://\($0)" }) else {
                throw .notConfigured(reason: "the plan names no domain of Okta")
            }
            let access: WebAPI.Access
            if let key, let client = provider.client {
                access = try await key.oktaAccess(
                    origin: origin, clientID: client, before: deadline)
            } else if let secret = provider.apiToken {
                access = Okta.stored(token: try await aws.secret(secret, before: deadline))
            } else {
                throw .notConfigured(
                    reason: "the plan names neither client and signingKey nor apiToken")
            }
            return Okta.client(
                origin: origin, access: access, world: aws.world, transport: transport)
        }
    }
}

extension AWSAccess {
    /// A stored token, without the line break that editors append.
    fileprivate func secret(
        _ id: String, before deadline: Deadline
    ) async throws(WebAPI.Failure) -> Secret {
        do throws(AWS.Failure) {
            let secret = try await send(
                SecretsManager.getSecretValue(secretID: id), before: deadline)
            let text = secret.text.filter { !$0.isWhitespace }
            guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
                throw AWS.Failure.configuration(setting: "apiToken", problem: "holds no token")
            }
            return Secret(text)
        } catch {
            throw .unsigned(reason: error.fact)
        }
    }
}

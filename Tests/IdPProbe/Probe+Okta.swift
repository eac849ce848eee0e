import BreakGlass
import Clients
import Collector
import HTTP

extension Probe {
    /// `token=` signs in with a stored token; otherwise the plan's key signs, at moto's.
    func okta() throws -> OktaReader {
        let origin = parameters["origin"] ?? ""
        let transport = transport
        if let token = parameters["token"] {
            return OktaReader(keyState: nil) { _ throws(WebAPI.Failure) in
                Okta.client(
                    origin: origin, access: Okta.stored(token: Secret(token)), transport: transport)
            }
        }
        let key = key()
        let scopes =
            parameters["scopes"]?.split(separator: ",").map(String.init)
            ?? Snapshot.CheckerCredential.plannedScopes
        let client = plan.identityProvider?.client ?? ""
        return OktaReader(keyState: key.state) { deadline async throws(WebAPI.Failure) in
            let access = try await key.oktaAccess(
                origin: origin, clientID: client, scopes: scopes, before: deadline)
            return Okta.client(origin: origin, access: access, transport: transport)
        }
    }

    /// The plan's key, in the KMS that the environment points to.
    func key() -> CheckerKey {
        let id = plan.identityProvider?.signingKey ?? ""
        return CheckerKey(
            publicKey: { deadline async throws(WebAPI.Unsigned) in
                try Self.kms(KMS.getPublicKey(keyID: id), deadline)
            },
            sign: { algorithm, message, deadline async throws(WebAPI.Unsigned) in
                try Self.kms(
                    KMS.sign(keyID: id, message: message, algorithm: algorithm.rawValue), deadline)
            },
            state: { deadline in
                do throws(WebAPI.Unsigned) {
                    return .observed(try Self.kms(KMS.describeKey(keyID: id), deadline).state)
                } catch {
                    return .unavailable(Unavailable("the key", .failed, detail: error.reason))
                }
            })
    }

    private static func kms<Output>(
        _ operation: AWS.Operation<Output>, _ deadline: Deadline
    ) throws(WebAPI.Unsigned) -> Output {
        do throws(AWS.Failure) {
            return try AWS.Client(environment: .process).send(operation, before: deadline)
        } catch {
            throw WebAPI.Unsigned(String("\(error)".prefix { $0 != "\n" }))
        }
    }
}

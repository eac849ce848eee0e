public import AccessPlan
import Crypto
public import IdPClient
public import Snapshots
public import System

/// The KMS key by which the checker signs in to the identity provider. No secret exists anywhere: the
/// key never leaves KMS.
public struct CheckerKey: Sendable {
    /// The signing algorithm, in KMS's terms.
    public enum Algorithm: String, Sendable {
        /// For Okta.
        case pkcs1 = "RSASSA_PKCS1_V1_5_SHA_256"
        /// For Entra.
        case pss = "RSASSA_PSS_SHA_256"
    }

    /// The public half, a DER-encoded SubjectPublicKeyInfo.
    public let publicKey: @Sendable (Deadline) async throws(WebAPI.Unsigned) -> [UInt8]

    /// A signature over a message.
    public let sign:
        @Sendable (Algorithm, _ message: [UInt8], Deadline) async throws(WebAPI.Unsigned) -> [UInt8]

    /// `Enabled`, `Disabled`, `PendingDeletion`, ….
    public let state: @Sendable (Deadline) async -> Observed<String>

    /// Wires a key.
    public init(
        publicKey: @escaping @Sendable (Deadline) async throws(WebAPI.Unsigned) -> [UInt8],
        sign:
            @escaping @Sendable (Algorithm, [UInt8], Deadline) async throws(WebAPI.Unsigned) ->
            [UInt8],
        state: @escaping @Sendable (Deadline) async -> Observed<String>
    ) {
        self.publicKey = publicKey
        self.sign = sign
        self.state = state
    }
}

extension CheckerKey {
    /// How a client shows who it is to Okta: the key is known there by its thumbprint.
    public func oktaAccess(
        origin: String, clientID: String,
        scopes: [String] = FederationSetup.oktaScopes, before deadline: Deadline
    ) async throws(WebAPI.Failure) -> WebAPI.Access {
        let key: JWK
        do throws(WebAPI.Unsigned) {
            guard let read = JWK(spki: try await publicKey(deadline)) else {
                throw WebAPI.Unsigned("its public half is neither RSA nor P-256")
            }
            key = read
        } catch {
            throw .unsigned(reason: error.reason)
        }
        let sign = sign
        return Okta.granted(
            origin: origin, clientID: clientID, keyID: key.thumbprint, scopes: scopes
        ) { message, deadline async throws(WebAPI.Unsigned) in
            try await sign(.pkcs1, message, deadline)
        }
    }
}

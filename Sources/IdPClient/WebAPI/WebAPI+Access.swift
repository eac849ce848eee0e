import HTTP
public import System
public import Text
import Time

extension WebAPI {
    /// How a client authenticates.
    public enum Access: Sendable {
        /// A stored token, with the scheme before it: `SSWS`.
        case stored(scheme: String, Secret)

        /// Access tokens that are requested when they are needed.
        case granted(Grant)

        /// Not at all: the data is public.
        case anonymous
    }

    /// How access tokens are requested: OAuth 2.0 client credentials (RFC 6749, section 4.4) with a
    /// signed assertion (RFC 7523).
    public struct Grant: Sendable {
        /// The token endpoint.
        let url: String

        /// Fields of the request besides grant type and assertion.
        let fields: [(name: String, value: String)]

        /// Whether tokens are bound to a key (RFC 9449).
        let bindsTokens: Bool

        /// Makes a new signed assertion of the client's identity.
        let assertion: Assertion

        /// Makes assertions: at this time, with this id, before the deadline.
        typealias Assertion =
            @Sendable (Timestamp, String, Deadline) async throws(Failure) -> Secret
    }

    /// Signs bytes with a key outside this process.
    ///
    /// Throws why it could not, in words without secrets.
    public typealias Signature =
        @Sendable (_ message: [UInt8], Deadline) async throws(Unsigned) -> [UInt8]

    /// Why a key did not sign.
    public struct Unsigned: Error, Sendable, Hashable {
        /// Without secrets.
        public let reason: String

        /// Makes a reason.
        public init(_ reason: String) { self.reason = reason }
    }

    /// A token as it was issued.
    struct AccessToken: Sendable, Hashable {
        let secret: Secret
        /// Whether every request needs a proof, too.
        let isBound: Bool
        /// The granted scopes; empty if the answer does not say.
        let scopes: [String]
        let expires: Timestamp

        /// Reads the answer of a token endpoint that came just now.
        init(_ response: Response, now: Timestamp) throws(Unreadable) {
            guard let document = JSON(response.body), document.object != nil else {
                throw Unreadable("of the token endpoint is not a JSON object")
            }
            let fields = Fields(document)
            secret = Secret(try fields.text("access_token"))
            switch try fields.text("token_type").lowercased() {
            case "dpop": isBound = true
            case "bearer": isBound = false
            default: throw Unreadable("of the token endpoint has an unknown token_type")
            }
            let scope = try fields.optionalText("scope")
            scopes =
                scope?.split(separator: " ").map(String.init)
                ?? JWT.roles(claimedBy: secret)
            // A tenth early, so that no token expires on its way.
            let seconds = Int64(try fields.optionalInt("expires_in") ?? 300)
            expires = now.advanced(by: max(0, min(seconds, 86_400)) * 9 / 10)
        }
    }
}

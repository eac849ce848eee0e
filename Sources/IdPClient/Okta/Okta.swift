public import HTTP
import HTTPTypes
public import System
public import Text

/// The part of Okta's management API that is read: one file per resource, calls as pure values.
/// <https://developer.okta.com/docs/api/>
public enum Okta {
    /// A client for one organization.
    ///
    /// - Parameters:
    ///   - origin: scheme and host, e.g. `https://example.okta.com`.
    ///   - access: ``stored(token:)`` or ``granted(origin:clientID:keyID:scopes:signature:)``.
    ///   - retry: when to retry.
    ///   - world: clock, waiting, randomness.
    ///   - transport: the network.
    /// - Returns: a client that asks for its first token with its first call.
    public static func client(
        origin: String, access: WebAPI.Access, retry: RetryPolicy = .identityProvider,
        world: World, transport: @escaping WebAPI.Transport
    ) -> WebAPI.Client {
        WebAPI.Client(
            base: origin, dialect: dialect, access: access, retry: retry, world: world,
            transport: transport)
    }

    /// An API token. It has the permissions of the administrator who created it.
    public static func stored(token: Secret) -> WebAPI.Access { .stored(scheme: "SSWS", token) }

    /// Access tokens of the organization's own authorization server, for a service app whose key is
    /// outside this process. Okta accepts only `private_key_jwt` for its scopes.
    /// <https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/>
    ///
    /// Tokens are bound to a key of this process if the app requires it, which is the default
    /// for new service apps:
    /// <https://developer.okta.com/docs/guides/dpop/oktaresourceserver/main/>.
    ///
    /// - Parameters:
    ///   - origin: scheme and host.
    ///   - clientID: the service app's.
    ///   - keyID: under which the public key is registered, as a rule its ``JWK/thumbprint``.
    ///   - scopes: the requested scopes.
    ///   - signature: RSASSA-PKCS1-v1_5 with SHA-256.
    /// - Returns: how a client authenticates.
    public static func granted(
        origin: String, clientID: String, keyID: String, scopes: [String],
        signature: @escaping WebAPI.Signature
    ) -> WebAPI.Access {
        let url = origin + "/oauth2/v1/token"
        let assertion = ClientAssertion(
            key: .rs256(kid: keyID), clientID: clientID, audience: url)
        return .granted(
            WebAPI.Grant(
                url: url, fields: [("scope", scopes.sorted().joined(separator: " "))],
                bindsTokens: true, assertion: assertion.signed(by: signature)))
    }

    static let dialect = WebAPI.Dialect(
        items: \.array,
        next: { response, _ in response.nextLink },
        code: { $0["errorCode"]?.string },
        missing: ["E0000007"],
        bucket: bucket(of:))

    /// Limits depend on the path after `/api/v1`; one resource and a list of them are separate.
    /// <https://developer.okta.com/docs/reference/rl-global-mgmt/>
    private static func bucket(of path: String) -> String {
        let parts = path.split(separator: "/").dropFirst(2)
        return parts.count > 1 ? "\(parts.first ?? "")/" : String(parts.first ?? "")
    }

    /// A part of a path.
    static func segment(_ id: String) -> String { PercentEncoding.encode(id) }
}

extension Response {
    /// The target of the `Link` of relation `next` (RFC 8288), unchanged: it is opaque.
    var nextLink: String? {
        for field in headers[values: HTTPField.Name("Link") ?? .location] {
            var rest = field[...]
            while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">")
            {
                let target = rest[rest.index(after: start)..<end]
                rest = rest[rest.index(after: end)...]
                // The next link begins with the next "<", which no parameter here contains.
                let parameters = rest.prefix { $0 != "<" }
                let isNext = parameters.split(whereSeparator: { $0 == ";" || $0 == "," })
                    .map { $0.filter { $0 != " " && $0 != "\"" }.lowercased() }
                    .contains("rel=next")
                if isNext { return String(target) }
            }
        }
        return nil
    }
}

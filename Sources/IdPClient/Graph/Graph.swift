public import HTTP
public import System
public import Text

/// The part of Microsoft Graph v1.0 that reads Microsoft Entra ID.
/// <https://learn.microsoft.com/graph/api/overview>
public enum Graph {
    /// The origin of Graph.
    public static let origin = "https://graph.microsoft.com"

    /// The origin of tokens and metadata.
    public static let loginOrigin = "https://login.microsoftonline.com"

    /// A client for one tenant.
    ///
    /// - Parameters:
    ///   - origin: scheme and host, as a rule ``Graph/origin``.
    ///   - access: how the client authenticates.
    ///   - retry: when to retry.
    ///   - world: clock, waiting, randomness.
    ///   - transport: the network.
    /// - Returns: a client that asks for its first token with its first call.
    public static func client(
        origin: String = origin, access: WebAPI.Access, retry: RetryPolicy = .identityProvider,
        world: World, transport: @escaping WebAPI.Transport
    ) -> WebAPI.Client {
        WebAPI.Client(
            base: origin, dialect: dialect, access: access, retry: retry, world: world,
            transport: transport)
    }

    /// Access tokens for an app registration that knows the key by its certificate.
    /// <https://learn.microsoft.com/entra/identity-platform/certificate-credentials>
    ///
    /// - Parameters:
    ///   - loginOrigin: as a rule ``Graph/loginOrigin``.
    ///   - tenant: its id, or one of its domains.
    ///   - clientID: the app registration's.
    ///   - certificateThumbprint: SHA-256 of its DER form, 32 bytes.
    ///   - signature: RSASSA-PSS with SHA-256 and a salt of 32 bytes.
    /// - Returns: how a client authenticates.
    public static func granted(
        loginOrigin: String = loginOrigin, tenant: String, clientID: String,
        certificateThumbprint: [UInt8], signature: @escaping WebAPI.Signature
    ) -> WebAPI.Access {
        let url = tokenURL(loginOrigin, tenant)
        let assertion = ClientAssertion(
            key: .ps256(certificateThumbprint: certificateThumbprint), clientID: clientID,
            audience: url)
        return grant(url, clientID, assertion.signed(by: signature))
    }

    /// Access tokens for an app registration that trusts the tokens of another issuer: a federated
    /// credential.
    /// <https://learn.microsoft.com/entra/workload-id/workload-identity-federation>
    ///
    /// - Parameters:
    ///   - loginOrigin: as a rule ``Graph/loginOrigin``.
    ///   - tenant: its id, or one of its domains.
    ///   - clientID: the app registration's.
    ///   - token: gives that issuer's token, for ``federationAudience``.
    /// - Returns: how a client authenticates.
    public static func granted(
        loginOrigin: String = loginOrigin, tenant: String, clientID: String,
        token: @escaping @Sendable (Deadline) async throws(WebAPI.Unsigned) -> Secret
    ) -> WebAPI.Access {
        grant(tokenURL(loginOrigin, tenant), clientID) {
            _, _, deadline async throws(WebAPI.Failure) in
            do throws(WebAPI.Unsigned) {
                return try await token(deadline)
            } catch {
                throw .unsigned(reason: error.reason)
            }
        }
    }

    /// The audience of a federated credential's tokens.
    public static let federationAudience = "api://AzureADTokenExchange"

    private static func tokenURL(_ origin: String, _ tenant: String) -> String {
        "\(origin)/\(PercentEncoding.encode(tenant))/oauth2/v2.0/token"
    }

    private static func grant(
        _ url: String, _ clientID: String,
        _ assertion: @escaping WebAPI.Grant.Assertion
    ) -> WebAPI.Access {
        .granted(
            WebAPI.Grant(
                url: url,
                fields: [
                    ("client_id", clientID), ("scope", "https://graph.microsoft.com/.default"),
                ],
                bindsTokens: false, assertion: assertion))
    }

    /// Lists come in `value`, and the next page by a URL. Microsoft does not publish its limits:
    /// they show as 429 with `Retry-After`.
    static let dialect = WebAPI.Dialect(
        items: { $0["value"]?.array },
        next: { _, page throws(WebAPI.Unreadable) in
            try WebAPI.Fields(page).optionalText("@odata.nextLink")
        },
        code: { $0["error"]?["code"]?.string },
        missing: ["Request_ResourceNotFound", "ResourceNotFound", "ErrorItemNotFound"],
        bucket: { _ in "graph" })

    /// A part of a path.
    static func segment(_ id: String) -> String { PercentEncoding.encode(id) }

    /// A text in a filter: quotes are doubled.
    static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}

// IdPClient: calls of Okta and Microsoft Graph as values, access tokens, SAML metadata.

public import HTTP

/// JSON over HTTPS with access tokens: what the APIs of identity providers have in common.
///
/// A call is a pure value (``WebAPI/Call``, ``WebAPI/List``), and every one is a `GET`: nothing in
/// here can change anything at an identity provider. What differs between them is a
/// ``WebAPI/Dialect``. Transport, world and signatures are passed in.
public enum WebAPI {
    /// Sends a request and waits for the answer, for at most this long.
    public typealias Transport =
        @Sendable (Request, Duration) async throws(TransferError) -> Response
}

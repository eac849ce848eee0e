extension Okta {
    /// A key with which an app signs.
    public struct SigningKey: Sendable, Hashable {
        /// `kid`.
        public let id: String
        /// `x5c`: the certificate chain, Base64 of the DER form, the key's own first.
        public let certificates: [String]
    }

    /// Reads the SAML metadata that an app serves for one of its keys, as XML.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/ApplicationSSO/#tag/ApplicationSSO/operation/previewSAMLmetadataForApplication>
    public static func previewSAMLMetadata(
        app: String, keyID: String
    ) -> WebAPI.Call<[UInt8]> {
        .document(
            "/api/v1/apps/\(segment(app))/sso/saml/metadata", query: [("kid", keyID)],
            accept: "text/xml")
    }

    /// Lists an app's keys.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/ApplicationSSOCredentialKey/#tag/ApplicationSSOCredentialKey/operation/listApplicationKeys>
    public static func listApplicationKeys(_ app: String) -> WebAPI.List<SigningKey> {
        WebAPI.List("/api/v1/apps/\(segment(app))/credentials/keys") {
            key throws(WebAPI.Unreadable) in
            SigningKey(id: try key.text("kid"), certificates: try key.texts("x5c"))
        }
    }
}

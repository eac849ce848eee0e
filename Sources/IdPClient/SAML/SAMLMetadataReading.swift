import Time

/// Collects the content of a metadata document while it is read.
final class SAMLMetadataReading {
    /// One entity's description as an identity provider.
    struct Entity {
        var id: String?
        var validUntil: Timestamp?
        var wrongTime: String?
        var certificates: [String] = []
        var endpoints: [SAMLMetadata.Endpoint] = []
        var isProvider = false

        /// Something is valid until then; the earliest counts.
        mutating func expires(_ text: String?) {
            guard let text else { return }
            // SAML times are UTC, also without a zone.
            guard let time = Timestamp(iso8601: text) ?? Timestamp(iso8601: text + "Z") else {
                return wrongTime = wrongTime ?? text
            }
            validUntil = min(validUntil ?? time, time)
        }
    }

    /// The first entity that is an identity provider.
    private(set) var provider: Entity?

    private var entity = Entity()
    private var groupExpires: [String?] = []
    private var keyIsForSigning = false

    func start(_ path: [String], _ attributes: [String: String]) {
        switch path.last {
        case "EntitiesDescriptor":
            groupExpires.append(attributes["validUntil"])
        case "EntityDescriptor":
            entity = Entity()
            entity.id = attributes["entityID"]
            for time in groupExpires { entity.expires(time) }
            entity.expires(attributes["validUntil"])
        case "IDPSSODescriptor":
            entity.isProvider = true
            entity.expires(attributes["validUntil"])
        case "KeyDescriptor":
            keyIsForSigning = attributes["use"] ?? "signing" == "signing"
        case "SingleSignOnService" where isOfProvider(path):
            entity.endpoints.append(
                SAMLMetadata.Endpoint(
                    binding: attributes["Binding"] ?? "", location: attributes["Location"] ?? ""))
        default: break
        }
    }

    func end(_ path: [String], _ text: String) {
        switch path.last {
        case "X509Certificate" where isOfProvider(path) && path.contains("KeyDescriptor"):
            if keyIsForSigning { entity.certificates.append(text) }
        case "EntityDescriptor":
            if entity.isProvider { provider = provider ?? entity }
        case "EntitiesDescriptor":
            groupExpires.removeLast()
        default: break
        }
    }

    private func isOfProvider(_ path: [String]) -> Bool { path.contains("IDPSSODescriptor") }
}

import BreakGlass
import Clients

extension OktaRun {
    /// The metadata of the app's active key, held against the app's list of keys.
    func metadata(of app: Okta.App) async -> Observed<Snapshot.SAMLMetadata> {
        let part = "the app's SAML metadata"
        guard let key = app.signingKeyID else {
            return .unavailable(
                Unavailable(part, .notConfigured, detail: "the app names no signing key"))
        }
        async let keys = client.list(Okta.listApplicationKeys(app.id), before: deadline)
        let document = await client.observe(
            part, Okta.previewSAMLMetadata(app: app.id, keyID: key), before: deadline, \.self)
        let known = await keys
        do throws(Unavailable) {
            let metadata = try Snapshot.SAMLMetadata(part, try document.get())
            let served = metadata.certificates.compactMap(\.value?.fingerprint)
            let active = known.items.first { $0.id == key }?.certificates.first
                .flatMap { try? Certificate(text: $0).fingerprint }
            // Metadata of another key would be compared with the provider, and look right.
            if let active, !served.contains(active) {
                throw Unavailable(part, .malformed, detail: "it is not that of the active key")
            }
            return .observed(metadata)
        } catch {
            return .unavailable(error)
        }
    }
}

import Crypto
import IdPClient
import Snapshots

extension OktaRun {
    /// The metadata of the app's active key, compared with the app's list of keys.
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
            var metadata = try Snapshot.SAMLMetadata(part, try document.get())
            let served = metadata.certificates.compactMap(\.value?.fingerprint)
            let active = known.items.first { $0.id == key }?.certificates.first
                .flatMap { try? Certificate(text: $0) }
            // Metadata of another key would look right: what the active key signs has to be trusted
            // as well.
            if let active, !served.contains(active.fingerprint) {
                metadata.certificates.append(.observed(Snapshot.Certificate(active)))
            }
            return .observed(metadata)
        } catch {
            return .unavailable(error)
        }
    }
}

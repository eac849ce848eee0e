import AWSClient
import AccessPlan
import Snapshots

extension Part {
    /// The key that a hub's topics are encrypted with.
    static let key = Part("key") { place in
        let words = "key \(AlertPathNames.keyAlias) in \(place.region)"
        let key = await place.observe { () throws(Unavailable) in
            let key = try await place.send(words, KMS.describeKey(keyID: AlertPathNames.keyAlias))
            // The operations below do not accept an alias.
            async let policy = place.read(
                "the policy of \(words)", KMS.getKeyPolicy(keyID: key.arn))
            async let rotates = place.read(
                "the rotation of \(words)", KMS.getKeyRotationStatus(keyID: key.arn))
            return await Snapshot.Key(
                arn: key.arn, state: key.state, policy: policy, rotates: rotates)
        }
        return { $0.hubs[place.region]?.key = key }
    }
}

import AWSClient
import Snapshots

extension Part {
    /// Whether the checker can assume the audit role.
    static let reached = Part("access") { place in
        let identity = await place.read("account \(place.account)", STS.getCallerIdentity())
        let reached = identity.map { $0.account == place.account }
        return { $0.accounts[place.account]?.reached = reached }
    }
}

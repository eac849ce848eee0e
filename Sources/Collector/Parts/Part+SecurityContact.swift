import AWSClient
import Snapshots

extension Part {
    /// The alternate contact for security.
    static let securityContact = Part("security contact") { place in
        let address = await place.read(
            "the security contact of account \(place.account)", Account.getSecurityContact())
        let contact = address.map { Snapshot.SecurityContact(email: $0) }
        return { $0.accounts[place.account]?.securityContact = contact }
    }
}

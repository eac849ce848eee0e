import AccessPlan
import Alerts

extension EventKind {
    /// A role assumed with the IdP's assertion: recorded in the role's account only.
    ///
    /// Watched if the role or the provider is, or in the emergency access account, where nobody
    /// signs in on a normal day.
    static let assumeRoleWithSAML = EventKind(
        title: "Somebody signs in through the identity provider",
        source: "sts.amazonaws.com",
        names: ["AssumeRoleWithSAML"]
    ) { reading in
        reading.alert.kind = .assumeRoleWithSAML
        reading.takeAssumedRole()
        let used = reading.takeUse()
        reading.alert.due =
            used
            || reading.watch.isWatchedProvider(reading.record.request["principalArn"])
            || reading.record.resourceARNs.contains { reading.watch.isWatchedProvider($0) }
            || reading.watch.isEmergencyAccount(reading.recordedIn)
    }
}

import AccessPlan
import Alerts

extension Delivery {
    /// Whether it is AWS's own warning that a sign-in looked wrong: not CloudTrail's, so what its detail
    /// holds is not known.
    var isAnomaly: Bool { source == "aws.signin" && detailType == Alert.anomaly }
}

extension Reading {
    /// AWS warns of a sign-in. In the emergency access account, where nobody signs in on a normal day,
    /// it is due whatever it says.
    mutating func takeAnomaly() {
        alert.kind = .consoleSignIn
        alert.eventName = delivery.detailType
        alert.eventSource = SignIn.source
        alert.due = watch.isEmergencyAccount(recordedIn ?? delivery.account)
    }
}

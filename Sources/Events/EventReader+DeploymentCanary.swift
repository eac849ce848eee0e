import Alerts

extension EventReader {
    /// Whether an alert is a canary that a deployment listens for, and proves what it should: the
    /// checker assumed the role in a planned account, under the name of a run, and that account
    /// recorded it.
    func isDeploymentCanary(_ alert: Alert) -> Bool {
        alert.run != nil && proof(of: alert) != nil
    }
}

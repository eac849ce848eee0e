import AWSClient
import AccessPlan
import Deployment
import Text

/// A canary as it comes out of the topic: an alert in the form for machines.
struct CanaryMessage: Hashable {
    /// The deployment that it belongs to.
    let run: String
    /// Where it was sent.
    let place: Heard.Place

    /// Reads the body of a message; nil if it is no deployment's canary.
    init?(_ body: String) {
        guard let alert = JSON(Array(body.utf8)), alert["kind"]?.string == "canary",
            let run = CanarySession.run(inName: alert["role"]?["sessionName"]?.string),
            let account = alert["account"]?["target"]?.string,
            let region = alert["awsRegion"]?.string ?? alert["region"]?.string
        else { return nil }
        self.run = run
        place = Heard.Place(account: account, region: region)
    }
}

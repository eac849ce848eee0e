import Alerts
import Calls

extension Reading {
    /// How the act ended. CloudTrail writes it in a different place for each type of event.
    var outcome: Alert.Outcome {
        Alert.Outcome(
            result: result, code: record.errorCode, reason: record.errorMessage)
    }

    private var result: Alert.Outcome.Result {
        if let stated { return stated }
        if record.errorCode != nil || record.errorMessage != nil { return .failure }
        return isAPICall || isDoneByAWS ? .success : .unknown
    }

    /// An API call without an error succeeded. Other types of event must state success.
    private var isAPICall: Bool {
        guard record.eventName != nil, !SignIn.isSignIn(record) else { return false }
        switch record.eventType?.lowercased() {
        case "awsapicall", "awsconsoleaction", nil: return true
        default: return false
        }
    }

    /// What a service records of its own accord, like a key whose waiting time is over: it was done.
    private var isDoneByAWS: Bool {
        record.eventType?.lowercased() == "awsserviceevent" && call?.service == .kms
    }

    /// `"ConsoleLogin": "Success"`, in `responseElements` or `serviceEventDetails`; for `aws login`
    /// `"success": "true"` in `additionalEventData`.
    private var stated: Alert.Outcome.Result? {
        guard let name = record.eventName else { return nil }
        let word = record.response[name] ?? record.service[name] ?? record.additional["success"]
        switch word?.lowercased() {
        case "success", "true": return .success
        case "failure", "false": return .failure
        default: return nil
        }
    }
}

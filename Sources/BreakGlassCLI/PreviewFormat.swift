import Alerts
import ArgumentParser

/// How a preview shows an alert: as one kind of subscriber receives it.
enum PreviewFormat: String, CaseIterable, ExpressibleByArgument {
    case email, sms, chat, json

    /// The alert as it is shown; `nil` if nothing is sent in this form.
    func rendering(of alert: Alert) -> [UInt8]? {
        guard self != .json else { return alert.json }
        guard alert.due else { return nil }
        let message = alert.message
        let text =
            switch self {
            case .email: "Subject: \(message.subject)\n\n\(message.email ?? message.text)"
            case .sms: message.sms
            case .chat: message.https
            case .json: message.sqs
            }
        return text.map { Array($0.utf8) }
    }
}

import Alerts
import ArgumentParser
import Templates
import Text

/// How a preview shows an alert: as one kind of subscriber receives it.
enum PreviewFormat: String, CaseIterable, ExpressibleByArgument {
    case email, sms, chat, json

    /// The alert as it is shown; `nil` if nothing is sent in this form.
    func rendering(of alert: Alert, _ delivery: EventDelivery) -> [UInt8]? {
        guard self != .json else { return alert.json.dropLast() + delivery.members }
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

extension EventDelivery {
    /// What a line of JSON says at its end, besides the alert: whether a rule picks the event up, and
    /// which rules; `null` where that is not known.
    fileprivate var members: [UInt8] {
        var out = JSONWriter(capacity: 256)
        out.openObject()
        switch self {
        case .delivered(let rules):
            out.member("delivered", true)
            out.key("rules")
            out.openArray()
            for rule in rules { out.value(rule) }
            out.closeArray()
        case .notDelivered(let reason):
            out.member("delivered", false)
            out.member("notDelivered", reason)
        case .depends(let condition):
            out.key("delivered")
            out.null()
            out.member("deliveredIf", condition)
        case .unknown:
            out.key("delivered")
            out.null()
        }
        out.closeObject()
        return [UInt8(ascii: ",")] + out.bytes.dropFirst()
    }
}

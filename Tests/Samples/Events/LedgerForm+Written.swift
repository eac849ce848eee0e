package import AccessPlan
import Foundation

extension LedgerForm {
    /// What EventBridge writes of an event, by the template: values as they are, without escapes, and
    /// nothing for a member that the event lacks.
    /// - Parameter event: with or without an envelope.
    /// - Returns: the message of the line; `nil` if what comes out is not JSON, so that EventBridge
    ///   delivers nothing.
    /// - Throws: what is wrong with an event that is not JSON.
    package static func written(_ event: [UInt8]) throws -> String? {
        guard var root = try JSONSerialization.jsonObject(with: Data(event)) as? [String: Any]
        else { return nil }
        if root["detail"] == nil, root["eventSource"] != nil {
            root = [
                "id": "envelope", "source": "aws.sts", "detail": root,
                "detail-type": "AWS API Call via CloudTrail", "time": "2026-07-01T12:00:00Z",
            ]
        }
        var text = inputTemplate
        // In the place of a value EventBridge writes a text with its quotes.
        text = text.replacing(#"{"timestamp":<time>,"#, with: #"{"timestamp":"<time>","#)
        for (name, path) in inputPaths {
            text = text.replacing("<\(name)>", with: value(path, in: root))
        }
        let filled = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return filled?["message"] as? String
    }

    private static func value(_ path: String, in root: [String: Any]) -> String {
        var value: Any? = root
        for part in path.dropFirst(2).split(separator: ".") {
            let pieces = part.split(separator: "[")
            value = (value as? [String: Any])?[String(pieces[0])]
            if pieces.count > 1, let index = Int(pieces[1].dropLast()) {
                let list = value as? [Any] ?? []
                value = index < list.count ? list[index] : nil
            }
        }
        switch value {
        case let number as NSNumber:
            return number.isTruthValue ? "\(number.boolValue)" : "\(number)"
        case let text as String: return text
        default: return ""
        }
    }
}

extension NSNumber {
    fileprivate var isTruthValue: Bool { String(cString: objCType) == "c" }
}

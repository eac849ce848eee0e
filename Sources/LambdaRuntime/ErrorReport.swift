internal import Logging
import Text

/// An error in the form Lambda passes on to the caller and to the failure destination.
struct ErrorReport {
    /// The first half of Lambda's error type: who failed.
    enum Category: String {
        case function = "Function"
        case runtime = "Runtime"
    }

    /// The longest message, in bytes of UTF-8: a destination accepts 256 KB in total.
    static let longestMessage = 16_384

    let message: String
    let type: String
    let category: Category

    init(_ error: any Error, category: Category) {
        message = Self.cut(String(describing: error))
        type = (error as? RuntimeError)?.reportedType ?? String(describing: Swift.type(of: error))
        self.category = category
    }

    /// `{"errorMessage": …, "errorType": …}`.
    var body: [UInt8] {
        var out = JSONWriter(capacity: 256)
        out.openObject()
        out.member("errorMessage", message)
        out.member("errorType", type)
        out.closeObject()
        return out.bytes
    }

    /// The value of `Lambda-Runtime-Function-Error-Type`. Lambda accepts two words of letters joined
    /// by a full stop, the second one capitalized, and treats everything else as unknown.
    var headerValue: String {
        let letters = type.filter { $0.isASCII && $0.isLetter }
        guard let first = letters.first, letters.count > 1 else {
            return "\(category.rawValue).Unknown"
        }
        return "\(category.rawValue).\(first.uppercased())\(letters.dropFirst())"
    }

    /// The fields for the log.
    var metadata: Logger.Metadata {
        ["errorMessage": .string(message), "errorType": .string(type)]
    }

    private static func cut(_ text: String) -> String {
        guard text.utf8.count > longestMessage else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: longestMessage)
        // Back to the start of a scalar, so that the rest is still text.
        while end.samePosition(in: text.unicodeScalars) == nil {
            end = text.utf8.index(before: end)
        }
        return text[..<end] + "…"
    }
}

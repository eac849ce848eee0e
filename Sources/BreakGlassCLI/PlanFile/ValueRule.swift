import Partitions
import Yams

/// What a scalar in the plan must look like.
struct ValueRule: Sendable {
    /// What is wrong with a scalar, and what to write instead.
    typealias Objection = (fact: String, hint: String?)

    /// `nil` when the scalar is fine. The fact continues a sentence: `kind is "octa", not …`.
    let objection: @Sendable (Node.Scalar) -> Objection?

    /// Any text but an empty one.
    static let any = ValueRule { $0.string.isEmpty ? ("is empty", nil) : nil }

    /// Any text of one line.
    static let line = ValueRule { scalar in
        if let objection = any.objection(scalar) { return objection }
        let text = scalar.string
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            return text.allSatisfy(\.isWhitespace) ? ("is blank", nil) : nil
        }
        return ("contains a line break or a control character", "write it in one line")
    }

    /// One of some words.
    static func word(of known: [String]) -> ValueRule {
        ValueRule { scalar in
            let text = scalar.string
            guard !known.contains(text) else { return nil }
            return (
                "is \"\(text)\", not one of \(known.joined(separator: ", "))",
                Spelling.nearest(to: text, in: known).map { "did you mean \"\($0)\"?" }
            )
        }
    }

    /// A text that is right when a test says so.
    static func text(
        not kind: String, hint: String, _ isRight: @escaping @Sendable (String) -> Bool
    ) -> ValueRule {
        ValueRule { isRight($0.string) ? nil : ("is \"\($0.string)\", not \(kind)", hint) }
    }

    /// Twelve digits, in quotes where YAML could make a number of them that loses a zero.
    static let accountID = ValueRule { scalar in
        let text = scalar.string
        let digits = text.filter { $0 != "-" && $0 != " " }
        guard !text.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return ("is \"\(text)\", not twelve digits", "write it like \"123456789012\"")
        }
        let octal = "YAML may read a leading zero as octal and drop it"
        switch text.count {
        case 12 where digits == text:
            guard text.hasPrefix("0"), scalar.style == .plain else { return nil }
            return ("is written without quotes", "write \"\(text)\": \(octal)")
        case 9...11 where digits == text:
            let padded = String(repeating: "0", count: 12 - text.count) + text
            return (
                "is \(text): \(text.count) digits instead of twelve",
                "if zeros were lost write it in quotes, \"\(padded)\": \(octal)"
            )
        default:
            let hint = digits.count == 12 ? "write \"\(digits)\"" : "write it like \"123456789012\""
            return ("is \"\(text)\", not twelve digits", hint)
        }
    }

    /// A Region's code: mistyped ones are refused, unknown ones are fine, since AWS adds some.
    static let region = ValueRule { scalar in
        let text = scalar.string
        let isCode = text.wholeMatch(of: RegionSpelling.code) != nil
        let near =
            isCode
            ? RegionSpelling.meant(by: text)
            : Spelling.nearest(to: text, in: Partition.allRegions)
        guard !isCode || near != nil else { return nil }
        return (
            "is \"\(text)\", not a Region\(isCode ? "" : "'s code")",
            near.map { "did you mean \"\($0)\"?" } ?? "write it like eu-west-1"
        )
    }
}

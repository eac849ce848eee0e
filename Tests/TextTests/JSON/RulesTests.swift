import Foundation
import Testing

@testable import Text

/// RFC 8259, held by the scanner's strict rules and by the tree alike.
struct RulesTests {
    private static let limit = JSONScanner.Rules.strict(depth: 64)

    static let valid = [
        "{}", "[]", "[ ]", "0", "-0", "12", "-1.5e+10", "1E5", "1e-7", "0.25", "1E400",
        String(repeating: "9", count: 500), "true", "false", "null", #""""#, " \n\r\t7 \n\r\t",
        #""a\"b\\\/\b\f\n\r\té""#, #""\u00e9\uD83D\uDE00""#, #""\ud83d""#, #""\uDE00x""#,
        #""\ud83d\u0041""#, "\"\u{7F}\u{2028}\"", #"{"a":[1,{"b":null},[]],"c":{}}"#,
        #"{ "a" : 1 , "b" : 2 }"#, #"{"a":1,"a":2}"#, #"{"":0}"#, "[[[[]]]]", "[1,[2],3]",
        nested(64),
    ]

    static let invalid: [(text: String, offset: Int)] = [
        ("", 0), (" ", 1), ("{", 1), ("[", 1), ("}", 0), ("]", 0), (",", 0), (":", 0),
        ("[1,]", 3), ("[,1]", 1), ("{,}", 1), (#"{"a"}"#, 4), (#"{"a":}"#, 5), (#"{"a":1,}"#, 7),
        ("{a:1}", 1), ("{1:2}", 1), ("[1 2]", 3), ("[1}", 2), (#"{"a":1]"#, 6), ("[1", 2),
        (#"{"a":1"#, 6), (#"["a":1]"#, 4), ("tru", 0), ("nul", 0), ("True", 0), ("NaN", 0),
        ("Infinity", 0), ("01", 0), ("-01", 0), ("-", 0), ("+1", 0), (".5", 0), ("1.", 2),
        ("1.e5", 2), ("1e", 2), ("1e+", 3), ("[0x10]", 2), ("[1_000]", 2), ("'a'", 0), (#""a"#, 2),
        ("\"a\nb\"", 2), ("\"\u{0}\"", 1), ("\"\u{1F}\"", 1), (#""\x""#, 2), (#""\""#, 3),
        (#""\u12g4""#, 5), (#""\u+123""#, 3), (#""\u12"#, 5), ("\u{FEFF}7", 0), ("[\u{A0}1]", 1),
        ("[1]//", 3), ("1 2", 2), ("{}{}", 2), (nested(65), 64),
    ]

    private static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test(arguments: valid)
    func `what is JSON is read to its end`(text: String) {
        let bytes = Array(text.utf8)
        #expect(JSON(bytes) != nil)
        var scanner = JSONScanner(bytes, rules: Self.limit)
        let range = scanner.range()
        #expect(scanner.fault == nil)
        #expect(scanner.next == nil)
        #expect(range.map { bytes[$0] }?.elementsEqual(text.trimmed.utf8) == true)
        if text != "1E400", text.utf8.count < 500, !text.contains("\\ud83d"),
            !text.contains("\\uDE00x")
        {
            #expect(throws: Never.self) {
                try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            }
        }
    }

    @Test(arguments: invalid)
    func `what is not JSON is rejected where it goes wrong`(text: String, offset: Int) {
        let bytes = Array(text.utf8)
        #expect(JSON(bytes) == nil)
        var stepping = JSONScanner(bytes, rules: Self.limit)
        stepping.skipValue()
        #expect((stepping.fault?.offset ?? stepping.offset) == offset)
        #expect(stepping.fault != nil || stepping.next != nil)
        var walking = JSONScanner(bytes, rules: Self.limit)
        _ = JSONScannerTests.leaves(&walking)
        #expect((walking.fault?.offset ?? walking.offset) == offset)
        #expect(walking.fault != nil || walking.next != nil)
    }

    @Test(arguments: valid)
    func `the tolerant rules read everything that is JSON, with the same values`(text: String) {
        var strict = JSONScanner(Array(text.utf8), rules: Self.limit)
        var tolerant = JSONScanner(Array(text.utf8))
        #expect(JSONScannerTests.leaves(&strict) == JSONScannerTests.leaves(&tolerant))
        #expect(tolerant.fault == nil)
        #expect(tolerant.next == nil)
    }

    @Test func `a fault at the end of the bytes is an unexpected end`() {
        for text in ["[", "{\"a\"", "\"a", "\"\\", "\"\\u1", "1.", "[1,", "{\"a\":1"] {
            var scanner = JSONScanner(Array(text.utf8), rules: Self.limit)
            scanner.skipValue()
            #expect(
                scanner.fault == .init(offset: text.utf8.count, reason: .unexpectedEnd), "\(text)")
        }
    }

    @Test func `without a limit, nesting costs memory and no stack`() {
        let depth = 300_000
        let rules = JSONScanner.Rules.strict(depth: .max)
        var whole = JSONScanner(Array(Self.nested(depth).utf8), rules: rules)
        #expect(whole.range() == 0..<2 * depth)
        var open = JSONScanner(Array(repeating: UInt8(ascii: "["), count: depth), rules: rules)
        #expect(open.range() == nil)
        #expect(open.fault == .init(offset: depth, reason: .unexpectedEnd))
    }

    @Test func `levels that were entered and levels that are stepped over count alike`() {
        let bytes = Array("[\(Self.nested(3))]".utf8)
        for (limit, isDeepEnough) in [(3, false), (4, true)] {
            var scanner = JSONScanner(bytes, rules: .strict(depth: limit))
            scanner.array { $0.skipValue() }
            #expect((scanner.fault == nil) == isDeepEnough)
        }
        var after = JSONScanner(Array("[[[]],[[]],[[]]]".utf8), rules: .strict(depth: 3))
        _ = JSONScannerTests.leaves(&after)
        #expect(after.fault == nil)
    }

    @Test func `with any one byte changed, tree, walk and Foundation agree`() {
        let bytes = Array(JSONScannerTests.document.utf8)
        for index in bytes.indices {
            for byte: UInt8 in [0, 0x09, 0x20, 0x22, 0x2D, 0x30, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D] {
                var changed = bytes
                changed[index] = byte
                let isJSON =
                    (try? JSONSerialization.jsonObject(
                        with: Data(changed), options: .fragmentsAllowed)) != nil
                #expect((JSON(changed) != nil) == isJSON, "\(index) \(byte)")
                var scanner = JSONScanner(changed, rules: Self.limit)
                scanner.skipValue()
                #expect((scanner.fault == nil && scanner.next == nil) == isJSON)
            }
        }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

import Foundation
import Samples
import Testing

@testable import Events
@testable import Text

@Suite struct JSONScannerTests {
    static func scanner(_ text: String) -> JSONScanner { JSONScanner(Array(text.utf8)) }

    /// Every plain value with the way to it, in order: `a.0.b=x`; `null` as well.
    static func leaves(_ scanner: inout JSONScanner, at path: String = "") -> [String] {
        var found: [String] = []
        switch scanner.next {
        case UInt8(ascii: "{"):
            scanner.object { scanner, key in
                found += leaves(&scanner, at: path + "." + key.name)
            }
        case UInt8(ascii: "["):
            var index = 0
            scanner.array { scanner in
                found += leaves(&scanner, at: path + ".\(index)")
                index += 1
            }
        default:
            found.append(path + "=" + (scanner.text(limit: .max) ?? "null"))
        }
        return found
    }

    /// The same by Foundation.
    static func leaves(_ value: Any, at path: String = "") -> [String] {
        switch value {
        case let object as [String: Any]:
            object.flatMap { leaves($1, at: path + "." + $0) }
        case let array as [Any]:
            array.enumerated().flatMap { leaves($1, at: path + ".\($0)") }
        case let text as String: [path + "=" + text]
        case is NSNull: [path + "=null"]
        case let number as NSNumber:
            CFGetTypeIDIsBoolean(number)
                ? [path + "=" + (number.boolValue ? "true" : "false")]
                : [path + "=\(number)"]
        default: []
        }
    }

    static func CFGetTypeIDIsBoolean(_ number: NSNumber) -> Bool {
        String(cString: number.objCType) == "c"
    }

    @Test(arguments: Fixture.all)
    func `every value of every fixture is found, as another decoder finds it`(
        fixture: Fixture
    ) throws {
        let bytes = try fixture.bytes
        guard fixture.name != "odd-deep",
            let value = try? JSONSerialization.jsonObject(with: Data(bytes))
        else { return }
        var scanner = JSONScanner(bytes)
        let found = Self.leaves(&scanner)
        #expect(scanner.fault == nil)
        #expect(scanner.next == nil)
        #expect(found.sorted() == Self.leaves(value).sorted())
    }

    @Test(
        arguments: [
            ("\"\"", ""), ("\"a\"", "a"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#""\u0041\u00e9\u20ac""#, "Aé€"), (#""\ud83d\udd11""#, "🔑"), ("\"🔑é\"", "🔑é"),
            (#""\u0000""#, "\u{0}"), (#""\uD83D""#, "\u{FFFD}"), (#""\uDD11x""#, "\u{FFFD}x"),
            (#""\uD83D\u0041""#, "\u{FFFD}A"), (#""\uD83Dx""#, "\u{FFFD}x"),
            (#""\u00""#, "\u{FFFD}00"),
            (#""\uZZZZ""#, "\u{FFFD}ZZZZ"), (#""\x""#, "x"), ("\"\t\"", "\t"),
            ("0", "0"), ("-1.5e+10", "-1.5e+10"), ("123456789012", "123456789012"),
            ("1E400", "1E400"), (" \n\r\t true ", "true"), ("false", "false"), ("null", nil),
            ("{}", nil), ("[]", nil), ("[1,2]", nil), ("{\"a\":1}", nil), ("", nil), ("\"a", nil),
            ("\u{FEFF}7", "7"),
        ] as [(String, String?)])
    func `texts, numbers and words`(json: String, text: String?) {
        var scanner = Self.scanner(json)
        #expect(scanner.text() == text)
    }

    @Test func `a text is cut at its limit, between characters or with a mark`() {
        var scanner = Self.scanner(#"["abcdef","ééé","a\u00e9b","a\"b"]"#)
        var read: [String?] = []
        scanner.array { read.append($0.text(limit: 3)) }
        #expect(read == ["abc", "é\u{FFFD}", "a\u{FFFD}", "a\""])
        #expect(scanner.fault == nil)
    }

    @Test(arguments: [("true", true), ("\"TRUE\"", true), ("\"False\"", false), ("false", false)])
    func `flags are words or texts`(json: String, flag: Bool) {
        var scanner = Self.scanner(json)
        #expect(scanner.flag() == flag)
    }

    @Test(arguments: ["null", "1", "\"yes\"", "{}", "[true]", ""])
    func `anything else is no flag`(json: String) {
        var scanner = Self.scanner(json)
        #expect(scanner.flag() == nil)
    }

    @Test func `a value is found without the white space around it`() {
        var scanner = Self.scanner(#" [ {"a" : 1 } , "b" ,2 ] "#)
        var ranges: [Range<Int>?] = []
        scanner.array { ranges.append($0.range()) }
        #expect(ranges == [3..<13, 16..<19, 21..<22])
        #expect(scanner.fault == nil)
        var again = Self.scanner("[1")
        #expect(again.range() == nil)
    }

    @Test(arguments: [
        (#" {"a":"x"} "#, #"{"a":"x"}"#), ("7 ", "7"), (#""n""#, #""n""#), ("null", nil), ("", nil),
        ("[", nil),
    ])
    func `a value is handed out as it is`(json: String, raw: String?) {
        var scanner = Self.scanner(json)
        #expect(scanner.raw().map { String(decoding: $0, as: UTF8.self) } == raw)
    }

    @Test func `of two members of one name both are seen`() {
        var scanner = Self.scanner(#"{"a":1,"a":2}"#)
        var read: [String?] = []
        scanner.object { scanner, key in
            if case "a" = key { read.append(scanner.text()) }
        }
        #expect(read == ["1", "2"])
    }

    static let document =
        #"{"a":[1,{"b":"x\u00e9\"","c":[[],{}]},null,true],"d":{"e":{"f":-1.5e3}},"g":"h"} "#

    @Test func `cut off anywhere, the fault is noticed`() {
        let bytes = Array(Self.document.utf8)
        for length in 0..<(bytes.count - 1) {
            var scanner = JSONScanner(Array(bytes[..<length]))
            _ = Self.leaves(&scanner)
            #expect(scanner.fault != nil || length == 0, "at \(length)")
        }
        var whole = JSONScanner(bytes)
        _ = Self.leaves(&whole)
        #expect(whole.fault == nil)
    }

    @Test func `with any one byte changed, reading ends`() {
        let bytes = Array(Self.document.utf8)
        for index in bytes.indices {
            for byte: UInt8 in [0, 0x22, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0x2C, 0x3A, 0x80, 0xFF] {
                var changed = bytes
                changed[index] = byte
                var scanner = JSONScanner(changed)
                #expect(Self.leaves(&scanner).count < 100)
            }
        }
    }

    @Test(arguments: [
        "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{1:2}", "{\"a\" 1}", "[1,]", "[,]", "[1 2]",
        "]", "}", ",", ":", "{\"a\":1", "[1", "{\"a\":1]", "[1}", "[\"a", "{\"a", "[\"\\", "[:1]",
    ])
    func `the order of brackets, keys, colons and commas is checked`(json: String) {
        var scanner = Self.scanner(json)
        _ = Self.leaves(&scanner)
        #expect(scanner.fault != nil)
    }

    /// Seconds of this thread's processor, so that a busy machine does not count.
    static func seconds(_ work: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        work()
        return now() - start
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":[", "\"\\", "[\"", "{\"\\u0061\":\"", "[0,", "\\"])
    func `a million of anything is stepped over, in time and without stack`(part: String) {
        let event = #"{"source":"aws.iam","detail":{"eventName":"#
        let bytes = Array((event + String(repeating: part, count: 1_000_000)).utf8)
        // 0.1 s unoptimised on an idle core; anything quadratic would take minutes.
        var unreadable = false
        let seconds = Self.seconds { unreadable = Delivery(bytes).unreadable }
        #expect(unreadable)
        #expect(seconds < 10)
    }

    @Test func `a megabyte of text is cut, not copied about`() {
        let long = String(repeating: #"\u00e9x"#, count: 150_000)
        let text = TestEvent("iam", "DeleteUser", #"{"userName":"\#(long)"}"#)
            .having(#""errorMessage":"\#(long)""#).delivery
        let delivery = Delivery(Array(text.utf8))
        #expect(!delivery.unreadable)
        #expect(delivery.record.errorMessage?.utf8.count ?? 0 <= 8_192)
    }
}

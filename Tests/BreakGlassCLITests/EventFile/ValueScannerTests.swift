import Testing

@testable import BreakGlassCLI

@Suite struct ValueScannerTests {
    @Test(arguments: [
        "{}", "[]", "0", "-0", "12", "-1.5e+10", "1E5", "true", "false", "null", #""""#,
        #""a\"b\\\/\b\f\n\r\té""#, #"{"a":[1,{"b":null},[]],"c":{}}"#, #"{ "a" : 1 , "b" : 2 }"#,
        "[ ]", "[[[[]]]]", #""\u00e9""#, "\"\u{7F}\"",
    ])
    func `a value is passed from its first byte to its last`(text: String) throws {
        var scanner = ValueScanner(Array(" \n\(text) x".utf8))
        let range = try scanner.value()
        #expect(range == 2..<2 + text.utf8.count)
    }

    @Test(arguments: [
        ("", 0), ("{", 1), ("[", 1), ("}", 0), ("[1,]", 3), ("{,}", 1), (#"{"a"}"#, 4),
        (#"{"a":}"#, 5), (#"{"a":1,}"#, 7), (#"{a:1}"#, 1), ("[1 2]", 3), ("[1}", 2), ("tru", 0),
        ("nul", 0), ("01", 0), ("-", 0), ("1.", 2), ("1e", 2), ("+1", 0), (".5", 0), ("'a'", 0),
        (#""a"#, 2), ("\"a\nb\"", 2), (#""\x""#, 2), (#""\u12g4""#, 5), ("NaN", 0),
        ("[\"a\":1]", 4),
    ])
    func `text that is not a value is rejected at the place of the fault`(text: String, offset: Int)
    {
        var scanner = ValueScanner(Array(text.utf8))
        let failure = #expect(throws: ValueScanner.Failure.self) { try scanner.value() }
        #expect(failure?.offset == offset)
    }

    @Test func `nesting costs memory, not the process`() throws {
        let depth = 300_000
        let brackets = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        var scanner = ValueScanner(Array(brackets.utf8))
        #expect(try scanner.value() == 0..<2 * depth)
        var open = ValueScanner(Array(repeating: UInt8(ascii: "["), count: depth))
        #expect(throws: ValueScanner.Failure(offset: depth, reason: "unexpected end")) {
            try open.value()
        }
    }
}

import Testing

@testable import Text

struct JSONTests {
    @Test(
        arguments: [
            ("null", JSON.null), (" true ", .bool(true)), ("-0.5e+10", .number("-0.5e+10")),
            (#""\u00e9\ud83d\ude00\n\/""#, "é😀\n/"), (#""\ud83d""#, "\u{FFFD}"),
            (#""\ud83dx""#, "\u{FFFD}x"), (#""\ud83d\u0041""#, "\u{FFFD}A"), ("[]", .array([])),
            (#"{"a":[1,{"b":null}],"a":2}"#, ["a": .number("2")]),
        ] as [(String, JSON)])
    func `a document is read`(text: String, value: JSON) {
        #expect(JSON(Array(text.utf8)) == value)
    }

    @Test func `nesting has a limit, whatever the bytes are`() {
        #expect(JSON(Array(repeating: UInt8(ascii: "["), count: 1_000_000)) == nil)
        #expect(JSON(Array(String(repeating: "{\"a\":", count: 1_000_000).utf8)) == nil)
    }

    @Test func `bytes that are not UTF-8 are replaced`() {
        #expect(JSON([0x22, 0xFF, 0x41, 0x22]) == "\u{FFFD}A")
    }

    @Test func `equal values give equal bytes`() {
        let value: JSON = [
            "b": .array([.null, .bool(false)]), "a": "x\"\\\u{1}\n\u{7F}é", "c": [:],
        ]
        #expect(value.text == #"{"a":"x\"\\\u0001\n\u007fé","b":[null,false],"c":{}}"#)
        #expect(JSON(value.bytes) == value)
    }

    @Test func `members are read by name`() {
        let value: JSON = ["n": .number("1.5E9"), "z": .null, "s": "t"]
        #expect(value["n"]?.int == 1_500_000_000)
        #expect(value["z"] == nil)
        #expect(value["s"]?.string == "t")
        #expect(value["s"]?["t"] == nil)
        #expect(JSON.number("1e400").int == nil)
        #expect(JSON.number("9223372036854775808").int == nil)
    }
}

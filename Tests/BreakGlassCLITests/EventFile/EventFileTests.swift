import Testing

@testable import BreakGlassCLI

@Suite struct EventFileTests {
    private func events(_ text: String) throws -> [String] {
        try events(Array(text.utf8))
    }

    private func events(_ bytes: [UInt8]) throws -> [String] {
        var found: [String] = []
        try EventFile(name: "events", packed: bytes).forEachEvent {
            found.append(String(decoding: $0, as: UTF8.self))
        }
        return found
    }

    @Test(arguments: [
        (#" { "detail" : {"a": 1.0e2} } "#, [#"{ "detail" : {"a": 1.0e2} }"#]),
        (#"{"Records":[{"a":1}, {"a" : 2}]}"#, [#"{"a":1}"#, #"{"a" : 2}"#]),
        (#"{"x":[],"Records":[{"a":1}]}"#, [#"{"a":1}"#]),
        (#"{"Records":{"a":1}}"#, [#"{"Records":{"a":1}}"#]),
        (#"{"detail":{"Records":[1]}}"#, [#"{"detail":{"Records":[1]}}"#]),
        (
            #"[{"a":1},null,{"Records":[{"b":1},{"b":2}]}]"#,
            [#"{"a":1}"#, "null", #"{"b":1}"#, #"{"b":2}"#]
        ),
        ("{\"a\":1}\n{\"a\":2}\r\n\n{\"a\":3}", [#"{"a":1}"#, #"{"a":2}"#, #"{"a":3}"#]),
        ("\u{FEFF}{\"a\":1}", [#"{"a":1}"#]),
        (#"{"Records":[]}"#, []),
        ("[]", []),
        ("null", ["null"]),
        (
            #"{"Events":[{"EventId":"1","CloudTrailEvent":"{\"a\":\"\u00fc\"}"},{"EventId":"2"}]}"#,
            [#"{"a":"ü"}"#, #"{"EventId":"2"}"#]
        ),
        (#"{"EventName":"x","CloudTrailEvent":"{\"a\":1}"}"#, [#"{"a":1}"#]),
        (#"["{\"a\":1}","text"]"#, [#"{"a":1}"#, #""text""#]),
        (#"[{"Events":[{"CloudTrailEvent":"{\"a\":1}"}]},{"b":1}]"#, [#"{"a":1}"#, #"{"b":1}"#]),
        (#"{"Events":[]}"#, []),
    ])
    func `events are cut out byte for byte`(text: String, expected: [String]) throws {
        #expect(try events(text) == expected)
    }

    @Test func `a broken value is passed on unchanged, and nothing else is lost`() throws {
        var found: [String] = []
        let text = "{\"a\":1}\n{\"a\":\n  \"b\",\n}\n{\"a\":3}\nnope\n{\"a\":4}"
        let file = try EventFile(name: "events", packed: Array(text.utf8))
        #expect {
            try file.forEachEvent { found.append(String(decoding: $0, as: UTF8.self)) }
        } throws: {
            "\($0)" == "events is not JSON: line 4: expected a key in quotes, and in 1 more place"
        }
        #expect(
            found == [
                #"{"a":1}"#, "{\"a\":\n  \"b\",\n}\n", #"{"a":3}"#, "nope\n", #"{"a":4}"#,
            ])
    }

    @Test(arguments: ["", " \n "])
    func `an empty file is an error`(text: String) {
        #expect(throws: CommandError.self) { try events(text) }
    }

    @Test func `gzip is unpacked, member after member`() throws {
        let member = Self.gzip(#"{"a":1}"#)
        #expect(try events(member) == [#"{"a":1}"#])
        #expect(try events(member + member) == [#"{"a":1}"#, #"{"a":1}"#])
        #expect(try events(member + [0, 0, 0]) == [#"{"a":1}"#])
    }

    @Test func `gzip that was cut or damaged is an error at any byte`() throws {
        let member = Self.gzip(#"{"a":1,"b":"some text to pack, some text to pack"}"#)
        for end in 2..<member.count {
            #expect(throws: CommandError.self) { try events(Array(member[..<end])) }
        }
        for index in member.indices {
            var damaged = member
            damaged[index] ^= 0xFF
            _ = try? events(damaged)
        }
        var damaged = member
        damaged[member.count - 6] ^= 0xFF
        #expect(throws: CommandError.self) { try events(damaged) }
    }

    /// A member of stored blocks: no compressor needed (RFC 1951, 3.2.4).
    private static func gzip(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        func little(_ value: UInt32, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
        }
        let length = UInt32(bytes.count)
        var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1]
        member += little(length, 2)
        member += little(~length, 2)
        member += bytes
        member += little(crc(bytes), 4)
        member += little(length, 4)
        return member
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

import Testing

@testable import Events
@testable import Text

@Suite struct FieldsTests {
    static func fields(_ text: String) -> Fields {
        var scanner = JSONScanner(Array(text.utf8))
        var fields = Fields()
        fields.read(&scanner)
        return fields
    }

    @Test func `plain values are texts, found by name case-insensitively`() {
        let fields = Self.fields(#"{"Name":"x","count":7,"on":true,"off":null,"o":{"name":"y"}}"#)
        #expect(fields["name"] == "x")
        #expect(fields["COUNT"] == "7")
        #expect(fields["on"] == "true")
        #expect(fields["off"] == nil)
        #expect(fields["o"] == nil)
    }

    @Test func `lists of plain values are kept, beyond the limit of any API`() {
        let names = (0..<200).map { "\"a\($0)\"" }.joined(separator: ",")
        let fields = Self.fields(#"{"alarmNames":[\#(names)],"mixed":["x",{},7]}"#)
        #expect(fields.all("alarmNames").count == 128)
        #expect(fields.all("alarmNames").last == "a127")
        #expect(fields.all("mixed") == ["x", "7"])
        #expect(fields.all("none") == [])
    }

    @Test(arguments: ["password", "newPassword", "sessionToken", "secretAccessKey", "tokenCode"])
    func `secrets are not kept`(name: String) {
        let fields = Self.fields(#"{"\#(name)":"hunter2","userName":"x"}"#)
        #expect(fields[name] == nil)
        #expect(fields.values == ["x"])
    }

    @Test func `documents are not kept`() {
        let long = String(repeating: "x", count: 2_049)
        #expect(Self.fields(#"{"a":"\#(long)"}"#)["a"] == nil)
        #expect(Self.fields(#"{"a":"\#(long.dropFirst())"}"#)["a"]?.utf8.count == 2_048)
    }

    @Test(arguments: [("null", false), ("{}", false), ("7", true), ("[]", true), ("\"x\"", true)])
    func `another type is noticed`(text: String, malformed: Bool) {
        #expect(Self.fields(text).malformed == malformed)
    }
}

import Testing

@testable import XML

struct XMLReaderTests {
    private func ends(_ text: String) throws -> [String] {
        var ends: [String] = []
        try XMLReader.read(Array(text.utf8)) { path, text in
            ends.append(path.joined(separator: "/") + "=" + text)
        }
        return ends
    }

    @Test func `every element is reported at its end, children first`() throws {
        let text = """
            <?xml version="1.0"?>
            <r xmlns="https://example.com/"><s:a xmlns:s="x"> 1 &lt; 2 &#233; </s:a><!-- c --><b><a/></b>
            <c><![CDATA[<x>]]></c></r>
            """
        #expect(try ends(text) == ["r/a=1 < 2 é", "r/b/a=", "r/b=", "r/c=<x>", "r="])
    }

    @Test func `UTF-16 and Latin-1 are read`() throws {
        let utf16 = "<a>é</a>".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        let fields = try XMLFields([0xFE, 0xFF] + utf16, ["a"])
        #expect(fields["a"] == "é")
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9]
        #expect(try XMLFields(latin + Array("</a>".utf8), ["a"])["a"] == "é")
    }

    @Test(arguments: [
        ("", "no element found in line 1"), ("x", "syntax error in line 1"),
        ("<a>\n<b></a>", "mismatched tag in line 2"),
        ("<a>&nbsp;</a>", "undefined entity in line 1"),
        ("<a>\u{1}</a>", "not well-formed (invalid token) in line 1"),
        ("<a/><b/>", "junk after document element in line 1"),
        ("<!DOCTYPE html><html></html>", "declares a document type"),
        ("<?xml version='1.0' encoding='KLINGON'?><a/>", "unknown encoding in line 1"),
    ])
    func `text that is not an answer of AWS is rejected with a reason`(text: String, reason: String)
    {
        #expect(throws: XMLReader.Invalid(description: reason)) { try ends(text) }
    }

    @Test func `entities cannot be declared, so none can multiply`() {
        var bomb = "<!DOCTYPE a [<!ENTITY x0 \"ha\">"
        for level in 1...30 { bomb += "<!ENTITY x\(level) \"&x\(level - 1);&x\(level - 1);\">" }
        bomb += "]><a>&x30;</a>"
        #expect(throws: XMLReader.Invalid(description: "declares a document type")) {
            try ends(bomb)
        }
        #expect(throws: XMLReader.Invalid(description: "declares a document type")) {
            try ends("<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&f;</a>")
        }
    }

    @Test func `nesting and the length of a text have an end`() throws {
        let deep = { String(repeating: "<a>", count: $0) + String(repeating: "</a>", count: $0) }
        #expect(try ends(deep(64)).count == 64)
        #expect(throws: XMLReader.Invalid(description: "is nested deeper than 64 levels")) {
            try ends(deep(65))
        }
        #expect(throws: XMLReader.Invalid(description: "has a text longer than 1048576 bytes")) {
            try ends("<a>" + String(repeating: "x", count: 1_048_577) + "</a>")
        }
    }

    @Test func `a document cut anywhere is an error`() {
        let text = "<ErrorResponse><Error><Code>Throttled</Code></Error></ErrorResponse>"
        for length in 0..<text.count {
            #expect(throws: XMLReader.Invalid.self) { try ends(String(text.prefix(length))) }
        }
    }

    @Test func `a field is found by the end of its path, the first one counts`() throws {
        let fields = try XMLFields(
            Array("<r><Code/><e><Code>1</Code><Code>2</Code></e></r>".utf8), ["e/Code", "x"])
        #expect(fields["e/Code"] == "1")
        #expect(fields["x"] == nil)
        #expect(fields["not wanted"] == nil)
    }
}

import Testing

@testable import HTTP

struct ResponseHeadTests {
    private func head(_ lines: String...) -> EasyHandle.ResponseHead {
        var head = EasyHandle.ResponseHead()
        for line in lines {
            Array("\(line)\r\n".utf8).withUnsafeBytes { head.append(line: $0) }
        }
        return head
    }

    @Test func `fields are read in order, in any letter case, the last of a name`() {
        let head = head("HTTP/1.1 200 OK", "One: 1", "TWO:2", "one:  three \t", "")
        #expect(head.value(of: "ONE") == "three")
        #expect(head.value(of: "two") == "2")
        #expect(head.value(of: "on") == nil)
        #expect(head.fields.map(\.name) == ["One", "TWO", "one"])
        #expect(head.fields.map(\.value) == ["1", "2", "three"])
    }

    @Test func `an interim answer leaves nothing behind`() {
        let head = head(
            "HTTP/1.1 103 Early", "Link: x", "", "HTTP/1.1 200 OK", "Other: y", "")
        #expect(head.fields.map(\.name) == ["Other"])
    }

    @Test func `trailers are no fields`() {
        let head = head("HTTP/1.1 200 OK", "ID: 1", "", "ID: forged", "X: y", "")
        #expect(head.value(of: "ID") == "1")
        #expect(head.fields.count == 1)
    }

    @Test(arguments: [
        "", ":", ": value", "no colon", "bad name: x", " folded: x", "\tfolded", "HTTP/1.1 200: x",
    ])
    func `what is no field is passed over`(line: String) {
        #expect(head("HTTP/1.1 200 OK", line).fields.isEmpty)
    }

    @Test func `an empty value is one`() {
        #expect(head("HTTP/1.1 200 OK", "A:", "B: \t ").fields.map(\.value) == ["", ""])
    }

    @Test func `broken UTF-8 is repaired`() {
        var head = EasyHandle.ResponseHead()
        ([UInt8]("A: ".utf8) + [0xff, 0xc3, 0x28, 13, 10]).withUnsafeBytes {
            head.append(line: $0)
        }
        #expect(head.value(of: "a") == "\u{fffd}\u{fffd}(")
    }

    @Test func `it can be used again`() {
        var head = head("HTTP/1.1 200 OK", "A: 1", "")
        head.removeAll()
        #expect(head.fields.isEmpty)
        Array("B: 2\r\n".utf8).withUnsafeBytes { head.append(line: $0) }
        #expect(head.fields.map(\.name) == ["B"])
    }
}

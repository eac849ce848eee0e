import Foundation
import Testing

@testable import Text

struct JSONWriterTests {
    private func written(
        indentation: Int? = nil, _ write: (inout JSONWriter) -> Void
    ) -> String {
        var out = JSONWriter(capacity: 16, indentation: indentation)
        write(&out)
        return out.text
    }

    private func document(_ out: inout JSONWriter) {
        out.openObject()
        out.member("b", 1)
        out.key("a\"")
        out.openArray()
        out.value("x")
        out.openObject()
        out.closeObject()
        out.openArray()
        out.closeArray()
        out.value(true)
        out.closeArray()
        out.nested("n") { inner in
            inner.openObject()
            inner.member("k", "v")
            inner.closeObject()
        }
        out.member("z", nil as Int?)
        out.closeObject()
    }

    @Test func `members stay in the order in which they are written`() {
        #expect(
            written(document)
                == #"{"b":1,"a\"":["x",{},[],true],"n":"{\"k\":\"v\"}","z":null}"#)
    }

    @Test func `with an indentation there is one member or element per line`() {
        #expect(
            written(indentation: 2, document) == """
                {
                  "b": 1,
                  "a\\"": [
                    "x",
                    {},
                    [],
                    true
                  ],
                  "n": "{\\"k\\": \\"v\\"}",
                  "z": null
                }
                """)
    }

    @Test(arguments: [
        (0.0, "0.0"), (-1.5, "-1.5"), (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"),
        (.infinity, "null"), (-.infinity, "null"), (.nan, "null"),
    ])
    func `a number that is not finite is null`(number: Double, text: String) {
        #expect(written { $0.value(number) } == text)
    }

    @Test func `every character is read back as it was`() throws {
        for plane in stride(from: UInt32(0), to: 0x11_0000, by: 0x100) {
            let scalars = (plane..<(plane + 0x100)).compactMap(Unicode.Scalar.init)
            let original = String(String.UnicodeScalarView(scalars))
            let bytes = JSON.array([.string(original)]).bytes
            let read = try JSONDecoder().decode([String].self, from: Data(bytes))
            #expect(read.first?.unicodeScalars.elementsEqual(scalars) == true)
            #expect(JSON(bytes) == .array([.string(original)]))
        }
    }

    @Test func `what breaks a line or turns text round is escaped`() {
        let treacherous = "\0\n\r\u{1b}\u{7f}\u{85}\u{200f}\u{2028}\u{2029}\u{202e}\u{2066}"
        for scalar in treacherous.unicodeScalars {
            let text = written { $0.value("a\(scalar)b") }
            #expect(text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f })
        }
    }

    @Test func `a string beyond the limit is cut`() {
        let text = written {
            $0.limit = 40
            $0.value(String(repeating: "é", count: 100))
        }
        let cut = JSON(Array(text.utf8))?.string
        #expect(cut?.hasPrefix(String(repeating: "é", count: 20)) == true)
        #expect(cut?.contains(String(repeating: "é", count: 21)) == false)
    }
}

import Foundation
import Testing

@testable import LambdaRuntime

struct JSONValueTests {
    private func text(_ value: JSONValue) -> String {
        String(decoding: value.bytes, as: UTF8.self)
    }

    @Test func `members stay in the order they are given`() {
        let value = JSONValue.object([
            ("b", .integer(1)), ("a", .array([.string("x"), .number(2.5)])), ("c", .object([])),
        ])
        #expect(text(value) == #"{"b":1,"a":["x",2.5],"c":{}}"#)
    }

    @Test(arguments: [
        (0.0, "0.0"), (-1.5, "-1.5"), (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"),
        (.infinity, "null"),
        (-.infinity, "null"), (.nan, "null"),
    ])
    func `what is no number is null`(number: Double, written: String) {
        #expect(text(.number(number)) == written)
    }

    @Test func `every character comes back as it was`() throws {
        for plane in stride(from: UInt32(0), to: 0x11_0000, by: 0x100) {
            let scalars = (plane..<(plane + 0x100)).compactMap(Unicode.Scalar.init)
            let original = String(String.UnicodeScalarView(scalars))
            let bytes = JSONValue.array([.string(original)]).bytes
            let read = try JSONDecoder().decode([String].self, from: Data(bytes))
            #expect(read.first?.unicodeScalars.elementsEqual(scalars) == true)
        }
    }

    @Test func `what breaks a line or turns text round is escaped`() {
        let treacherous = "\0\n\r\u{1b}\u{7f}\u{85}\u{200f}\u{2028}\u{2029}\u{202e}\u{2066}"
        for scalar in treacherous.unicodeScalars {
            #expect(text(.string("a\(scalar)b")).utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f })
        }
    }
}

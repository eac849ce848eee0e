import Foundation
import Testing

@testable import Text

struct PlainTextTests {
    @Test(arguments: [Medium.mail, .subject, .sms, .chat, .code])
    func `no byte that counts in a medium escapes the fast look`(medium: Medium) {
        for byte in UInt8.min...UInt8.max where byte >= 0x80 || medium.special.contains(byte) {
            for place in 0..<8 {
                var word: UInt64 = 0x2020_2020_2020_2020
                word &= ~(0xFF << UInt64(8 * place))
                word |= UInt64(byte) << UInt64(8 * place)
                #expect(PlainText.suspects(in: word).trailingZeroBitCount / 8 == place)
            }
        }
    }

    @Test func `letters, digits and spaces are plain at a glance`() {
        for byte in UInt8.min...0x7F
        where ByteSet.alphanumerics.contains(byte) || byte == 0x20 || byte == 0x2D {
            #expect(PlainText.suspects(in: 0x0101_0101_0101_0101 &* UInt64(byte)) == 0)
        }
    }

    @Test func `what stands between a name and its value is found at every place`() {
        for byte in UInt8.min...0x7F {
            for place in 0..<8 {
                let word = 0x2020_2020_2020_2020 ^ (UInt64(byte ^ 0x20) << UInt64(8 * place))
                let isFound = PlainText.assignments(in: word).trailingZeroBitCount / 8 == place
                #expect(isFound == ":=>-".utf8.contains(byte))
            }
        }
    }

    @Test func `a byte that no command has is found at every place`() {
        for byte in UInt8.min...UInt8.max {
            for count in 1...17 {
                for place in 0..<count {
                    var text = [UInt8](repeating: 0x20, count: count)
                    text[place] = byte
                    #expect(
                        text.withUnsafeBufferPointer(\.isWithoutMarkup)
                            == ByteSet.commands.contains(byte))
                }
            }
        }
    }

    @Test func `JSON in JSON is what escaping twice gives`() throws {
        for code in UInt32(0)...0x2100 {
            guard let scalar = Unicode.Scalar(code) else { continue }
            for filler in ["", "1234567", "12345678"] {
                let text = filler + String(Character(scalar)) + "x"
                var plain = JSONWriter(capacity: 16)
                plain.openObject()
                plain.member("k", text)
                plain.closeObject()
                var once = JSONWriter(capacity: 16)
                once.openObject()
                once.nested("n") { inner in
                    inner.openObject()
                    inner.member("k", text)
                    inner.closeObject()
                }
                once.closeObject()
                var twice = JSONWriter(capacity: 16)
                twice.openObject()
                twice.member("n", plain.text)
                twice.closeObject()
                #expect(once.text == twice.text)
            }
        }
    }
}

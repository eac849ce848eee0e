import Testing

@testable import Crypto
@testable import Text

struct EphemeralKeyTests {
    @Test func `every key is another, and signs 64 bytes`() throws {
        let one = try #require(EphemeralKey())
        let other = try #require(EphemeralKey())
        #expect(one.publicKey != other.publicKey)
        for length in [0, 1, 1_000] {
            #expect(one.sign([UInt8](repeating: 7, count: length))?.count == 64)
        }
    }

    @Test func `r and s are brought to 32 bytes each`() throws {
        // r is 1, s is 2^255 + 5: one too short, one with a zero in front of it.
        let der = try #require(
            Base64.decode("MCYCAQECIQCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABQ=="))
        let zeros = [UInt8](repeating: 0, count: 31)
        #expect(EphemeralKey.joined(der) == zeros + [1] + [0x80] + zeros.dropLast() + [5])
        #expect(EphemeralKey.joined(Array(der.dropLast())) == nil)
    }
}

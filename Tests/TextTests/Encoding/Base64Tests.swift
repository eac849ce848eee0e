import Testing

@testable import Text

struct Base64Tests {
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
        ("\u{FB}\u{3FF}", "w7vPvw=="),
    ])
    func `bytes are encoded and come back`(text: String, encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(text.utf8))
    }

    @Test(arguments: ["Z", "Zg", "Zg=", "Z===", "====", "Zm9v\n", "Zm-v", "Zm9vé"])
    func `what is no Base64 is refused`(text: String) {
        #expect(Base64.decode(text) == nil)
    }
}

import Testing

@testable import Text

struct NamesTests {
    @Test(arguments: [
        ("Admin", "admin", true), ("Admin", "ADMIN", true), ("", "", true), ("é", "é", true),
        ("Admin", "Admin2", false), ("é", "É", false), ("a[", "a{", false), ("a@", "a`", false),
    ])
    func `names are compared case-insensitively, in ASCII letters only`(
        one: String, other: String, same: Bool
    ) {
        #expect(one.isSameName(as: other) == same)
        #expect(other.isSameName(as: one) == same)
    }
}

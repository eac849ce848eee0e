import Testing
import Text

@Suite struct NamesTests {
    @Test(arguments: [
        ("Alice", "alice", true), ("ALICE", "alice", true), ("alice", "alic", false),
        ("", "", true), ("É", "é", false), ("ß", "SS", false), ("K", "\u{212A}", false),
        ("[", "{", false),
    ])
    func `names are equal case-insensitively, in ASCII alone`(
        one: String, other: String, same: Bool
    ) {
        #expect(one.isSameName(as: other) == same)
        #expect(other.isSameName(as: one) == same)
        #expect((one.foldedName == other.foldedName) == same)
    }
}

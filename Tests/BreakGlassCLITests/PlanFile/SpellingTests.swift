import Testing

@testable import BreakGlassCLI

@Suite struct SpellingTests {
    @Test(arguments: [
        ("west", "west", 0), ("wset", "west", 1), ("wes", "west", 1), ("weest", "west", 1),
        ("wast", "west", 1), ("estw", "west", 2), ("", "abc", 3), ("abc", "", 3), ("ca", "abc", 3),
    ])
    func `two neighbors in the wrong order are one edit`(one: String, other: String, edits: Int) {
        #expect(Spelling.distance(one, other) == edits)
    }
}

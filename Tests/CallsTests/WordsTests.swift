import Testing

@testable import Calls

@Suite struct WordsTests {
    @Test(arguments: [
        ("stop", "stop it"), ("take % out of the organization", "take it out of the organization"),
    ])
    func `an attempt reads as a sentence`(attempt: String, expected: String) {
        #expect(Words("", attempt).attempt(on: "it") == expected)
    }
}

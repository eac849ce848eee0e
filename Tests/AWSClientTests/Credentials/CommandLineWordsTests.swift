import Testing

@testable import AWSClient

struct CommandLineWordsTests {
    @Test(
        arguments: [
            ("", []), ("  ", []), ("a b", ["a", "b"]), (" a\t b ", ["a", "b"]),
            ("'a b' \"c d\"", ["a b", "c d"]), ("a'b'\"c\"", ["abc"]), ("a\\ b", ["a b"]),
            ("''", [""]), ("\"a\\\"b\\\\c\\d\"", ["a\"b\\c\\d"]), ("'a\\'", ["a\\"]),
            ("$(id) `x` > y | z", ["$(id)", "`x`", ">", "y", "|", "z"]),
        ] as [(String, [String])])
    func `a line falls into words as in a shell, and nothing else happens`(
        line: String, words: [String]
    ) {
        #expect(CommandLineWords.split(line) == words)
    }

    @Test(arguments: ["'", "a \"b", "a\\", "\"a\\"])
    func `what is left open is refused`(line: String) {
        #expect(CommandLineWords.split(line) == nil)
    }
}

import Testing

@testable import Text

struct ByteSetTests {
    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    private static let digits = "0123456789"

    static let sets: [(String, ByteSet, String, Bool)] = [
        ("letters", ByteSet.letters, letters, false),
        ("digits", ByteSet.digits, digits, false),
        ("alphanumerics", ByteSet.alphanumerics, letters + digits, false),
        ("names", ByteSet.names, letters + digits + "+=,.@-_", false),
        ("shownNames", ByteSet.shownNames, letters + digits + "+=,.@-_#:/", false),
        ("arns", ByteSet.arns, letters + digits + "+=,.@-_:/", false),
        ("addresses", ByteSet.addresses, digits + "abcdefABCDEF.:", false),
        ("urls", ByteSet.urls, letters + digits + "-._~:/?#@!$&+,;=%", false),
        ("unreserved", ByteSet.unreserved, letters + digits + "-._~", false),
        ("hosts", ByteSet.hosts, letters + digits + "-.", false),
        ("afterHost", ByteSet.afterHost, "/:?#", false),
        ("mailboxes", ByteSet.mailboxes, letters + digits + "._%+-", false),
        ("tagStarts", ByteSet.tagStarts, letters + "!@#/?", false),
        ("tokens", ByteSet.tokens, letters + digits + "+/_-%", false),
        ("assignments", ByteSet.assignments, ":=>", false),
        ("separators", ByteSet.separators, ":=>\"'\\ ", false),
        ("valueEnds", ByteSet.valueEnds, " \"'\\,;&<>)}]", true),
        (
            "commands", ByteSet.commands, letters + digits + " !\"#$%'()*+,-./:;=?@[]^_{|}~", false
        ),
        ("threads", ByteSet.threads, letters + digits + "-_.:/+=", false),
        ("plainSpecial", ByteSet.plainSpecial, ":.@<", true),
        ("smsSpecial", ByteSet.smsSpecial, ":.@<`[]{}\\^~|", true),
        ("chatSpecial", ByteSet.chatSpecial, ":.@<>&*_~`[]\\", true),
        ("codeSpecial", ByteSet.codeSpecial, ":.@<>&`", true),
    ]

    @Test(arguments: sets.map(\.0))
    func `each mask holds its characters and no others`(name: String) throws {
        let (_, set, characters, hasControls) = try #require(Self.sets.first { $0.0 == name })
        let expected = Set(characters.utf8)
        for byte in UInt8.min...UInt8.max {
            let isControl = byte < 0x20 || byte == 0x7F
            #expect(
                set.contains(byte) == (expected.contains(byte) || (hasControls && isControl)))
        }
    }
}

import Testing

@testable import Calls

struct StringArgumentTests {
    @Test(arguments: [
        ("alarm-1", "alarm-1"), ("Root Alarm", "'Root Alarm'"), ("a  b/c:d", "'a  b/c:d'"),
        ("it's mine", nil), ("a $(b)", nil), (" a", nil), ("a ", nil), ("a b,c", nil),
        ("-f x", nil), ("a\nb", nil), ("a `b`", nil), ("", nil), ("a \"b", nil),
        ("caf\u{e9} x", nil),
    ])
    func `spaces are quoted, anything else that a shell reads is refused`(
        text: String, argument: String?
    ) {
        #expect(text.argument == argument)
    }
}

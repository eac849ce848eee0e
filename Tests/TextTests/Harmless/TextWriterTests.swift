import Testing

@testable import Text

struct TextWriterTests {
    private static func shown(_ text: String, _ medium: Medium, limit: Int = 500) -> String {
        var out = TextWriter(medium)
        out.theirs(text, limit: limit)
        return out.text
    }

    static let harmless = [
        "jane@example.com", "BreakglassUser1", "jane.doe", "aws-cli/2.15.0 Python/3.11.8",
        "arn:aws:iam::123456789012:role/path/EmergencyAccess_RO", "signin.amazonaws.com",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)",
        "cloudformation.amazonaws.com", "events.amazonaws.com.cn", "2001:db8::1", "a < b",
        "See the log. Then go on.", "x86_64.amzn.2", "1.2.3.4", "",
    ]

    @Test(arguments: harmless)
    func `harmless text is shown as it is in mail, subject and sms`(text: String) {
        for medium in [Medium.mail, .subject, .sms] {
            #expect(Self.shown(text, medium) == text)
        }
    }

    @Test(arguments: [
        ("a\u{202E}b", "a<U+202E>b"), ("line\r\nbreak", "line<U+000D><U+000A>break"),
        ("\u{0}\u{7F}\u{85}", "<U+0000><U+007F><U+0085>"),
        ("z\u{200B}w\u{FEFF}", "z<U+200B>w<U+FEFF>"),
        ("no\u{A0}break\u{202F}", "no<U+00A0>break<U+202F>"), ("t\u{E0041}", "t<U+E0041>"),
        ("soft\u{AD}hyphen", "soft<U+00AD>hyphen"),
    ])
    func `what does not show becomes visible`(text: String, expected: String) {
        #expect(Self.shown(text, .mail) == expected)
        #expect(Self.shown(text, .subject) == expected)
        #expect(Self.shown(text, .sms) == expected)
        let chat = expected.replacing("<", with: "‹").replacing(">", with: "›")
        #expect(Self.shown(text, .chat) == chat)
        #expect(Self.shown(text, .code) == chat)
    }

    @Test(arguments: [
        ("https://evil.example/x", "https[:]//evil[.]example/x"),
        ("HTTP://1.2.3.4/", "HTTP[:]//1.2.3.4/"), ("mailto:a@b.example", "mailto[:]a@b.example"),
        ("javascript:alert(1)", "javascript[:]alert(1)"), ("evil.com", "evil[.]com"),
        ("www.evil.museum", "www.evil[.]museum"), ("evil.museum/login", "evil[.]museum/login"),
        ("go to evil.com.", "go to evil[.]com."), ("a@evil.com/x", "a@evil[.]com/x"),
        ("evil-amazonaws.com", "evil-amazonaws[.]com"),
        ("amazonaws.com.evil.com", "amazonaws.com.evil[.]com"),
        ("ftp://x", "ftp[:]//x"), ("evil.com:8080", "evil[.]com:8080"),
    ])
    func `an address makes no link`(text: String, expected: String) {
        #expect(Self.shown(text, .mail) == expected)
        #expect(Self.shown(text, .subject) == expected)
        let round = expected.replacing("[", with: "(").replacing("]", with: ")")
        #expect(Self.shown(text, .sms) == round)
    }

    @Test(arguments: [
        ("@channel", "(at)channel"), ("hi @here!", "hi (at)here!"), ("x@everyone", "x(at)everyone"),
        ("@U123", "(at)U123"), ("jane@here.example", "jane@here.example"),
    ])
    func `nobody is mentioned`(text: String, expected: String) {
        for medium in [Medium.mail, .subject, .sms, .code] {
            #expect(Self.shown(text, medium) == expected)
        }
    }

    @Test(arguments: ["<!here>", "<!channel|x>", "<@U123>", "<#C1>", "<https://evil.example|AWS>"])
    func `no markup of a chat survives anywhere`(text: String) {
        for medium in [Medium.mail, .subject, .sms, .chat, .code] {
            let shown = Self.shown("a \(text) b", medium)
            #expect(!shown.contains("<!") && !shown.contains("<@") && !shown.contains("<#"))
            #expect(!shown.contains("<http") && !shown.contains("://"))
        }
    }

    @Test(arguments: [
        ("*bold* ~gone~ `code`", "\\*bold\\* \\~gone\\~ \\`code\\`"),
        ("[t](x) ![i](x)", "\\[t\\](x) !\\[i\\](x)"), ("_i_", "\\_i\\_"), ("a_b", "a_b"),
        ("a\\b", "a\\\\b"), ("a&lt;b", "a&amp;lt;b"), ("a > b", "a › b"),
    ])
    func `markdown is escaped in chat`(text: String, expected: String) {
        #expect(Self.shown(text, .chat) == expected)
    }

    @Test func `nothing ends a code span`() {
        #expect(Self.shown("a`*b*`<c>&", .code) == "a'*b*'‹c›&amp;")
    }

    @Test(arguments: [
        ("\u{430}dmin", "<U+0430>dmin"), ("Иван Петров", "Иван Петров"), ("東京", "東京"),
        ("сосо", "<U+0441><U+043E><U+0441><U+043E>"), ("ｒoot", "<U+FF52>oot"),
        ("Zoë Müller", "Zoë Müller"),
        ("𝐫oot", "<U+1D42B>oot"), ("שלום", "<U+05E9><U+05DC><U+05D5><U+05DD>"), ("🚨", "🚨"),
        ("e\u{301}", "e\u{301}"), ("e\u{301}\u{301}", "e\u{301}<U+0301>"), ("Ωμέγα", "Ωμέγα"),
        ("a\u{2215}b", "a<U+2215>b"), ("x。com", "x<U+3002>com"),
    ])
    func `letters that pass for others are shown by their number`(text: String, expected: String) {
        #expect(Self.shown(text, .mail) == expected)
    }

    @Test(arguments: [
        ("Zoë Müller-Łódź", "Zoe Muller-Lodz"), ("Straße", "Strasse"), ("“x” – y…", "\"x\" - y..."),
        ("東", "<U+6771>"), ("e\u{301}", "e"), ("€", "EUR"),
    ])
    func `a subject is spelled in ASCII`(text: String, expected: String) {
        #expect(Self.shown(text, .subject) == expected)
    }

    @Test func `a text message keeps to GSM's basic set`() {
        #expect(Self.shown("a[b]{c}\\d^e~f|g`h", .sms) == "a(b)(c)/d'e-f/g'h")
    }

    @Test func `what is too long is cut at a whole character and says so`() {
        #expect(Self.shown("ééé", .mail, limit: 3) == "é…(cut, 2 characters)")
        #expect(Self.shown("abcdef", .subject, limit: 3) == "abc...")
        #expect(Self.shown("abc", .mail, limit: 3) == "abc")
        #expect(Self.shown("abc", .mail, limit: 0) == "…(cut, 3 characters)")
    }

    @Test func `hostile text of any length costs no more than its length`() {
        for text in ["аa", "a.", "@", "\u{301}", "://", "a.com/", "<", "a_"] {
            let long = String(repeating: text, count: 20_000)
            let shown = Self.shown(long, .chat, limit: 20_000)
            #expect(shown.utf8.count < 200_000)
        }
    }
}

import Testing
import Text

@Suite struct WildcardsTests {
    @Test(arguments: [
        ("breakglass-rules", "BreakGlass-*", true), ("breakglass-", "breakglass-*", true),
        ("breakglass", "breakglass-*", false), ("", "*", true), ("aXb", "a*b", true),
        ("ab", "a*b", true), ("aXbc", "a*b", false), ("aXb", "A?B", true), ("ab", "a?b", false),
        ("aéb", "a?b", true), ("aXXb", "a?b", false), ("prod-pages", "*-pages", true),
        ("prod-pages-2", "*-pages", false), ("a-b-a-c", "*a-c", true), ("abab", "*ab", true),
        ("mississippi", "m*iss*p?i", true), ("mississippi", "m*iss*px?i", false),
        ("", "?", false), ("", "**", true), ("anything", "**", true), ("x", "?*", true),
        ("", "?*", false), ("plain", "plain", true), ("plain", "Plain", true),
    ])
    func `a star is any text and a question mark one character`(
        name: String, pattern: String, matches: Bool
    ) {
        #expect(name.matchesName(pattern) == matches)
    }

    @Test func `many stars take no more than their share of time`() {
        let name = String(repeating: "a", count: 2_000)
        let pattern = String(repeating: "a*", count: 500) + "b"
        #expect(!name.matchesName(pattern))
    }

    @Test func `case counts where a policy says so`() {
        #expect("events:PutRule".matches(wildcards: "Events:put*", ignoringCase: true))
        #expect(!"events:PutRule".matches(wildcards: "Events:put*", ignoringCase: false))
        #expect("events:PutRule".matches(wildcards: "events:???Rule", ignoringCase: false))
    }

    @Test(arguments: [
        ("plain", false, "plain", "plain"), ("a*", true, "a", ""), ("*a", true, "", "a"),
        ("a*b?c", true, "a", "c"), ("?", true, "", ""), ("", false, "", ""),
    ])
    func `what stands before and after the wildcards`(
        text: String, has: Bool, before: String, after: String
    ) {
        #expect(text.hasWildcard == has)
        #expect(text.beforeWildcards == before)
        #expect(text.afterWildcards == after)
    }
}

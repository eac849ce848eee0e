import Testing

@testable import Calls

@Suite struct ShownTests {
    @Test func `a URL's password is not shown, also where the rest is cut`() {
        #expect("https://jane:pass@example.com/x".shown == "https://example.com/x")
        let long = "https://jane:\(String(repeating: "p", count: 200))@example.com"
        #expect(long.shown == "https://example.com")
    }

    @Test func `a list has five values, and says how many there are besides`() {
        #expect([String]().shownList == nil)
        #expect(["a", "b"].shownList == "a, b")
        #expect(["1", "2", "3", "4", "5", "6"].shownList == "1, 2, 3, 4, 5 and 1 more")
        #expect(["a", "b", "a"].unique == ["a", "b"])
    }
}

import Snapshots
import Testing

@Suite struct UnavailableTests {
    @Test func `the reason follows the part`() {
        #expect(
            "\(Unavailable("group 00g1", .denied))"
                == "group 00g1 could not be read: access was denied")
        #expect("\(Unavailable("role R", .notFound))" == "role R does not exist")
    }

    @Test func `what the service answered is in parentheses`() {
        #expect(
            "\(Unavailable("group 00g1", .denied, detail: "E0000006"))"
                == "group 00g1 could not be read: access was denied (E0000006)")
    }

    @Test func `each reason has words of its own`() {
        let words = Unavailable.Reason.allCases.map { "\(Unavailable("p", $0))" }
        #expect(Set(words).count == words.count)
        for text in words { #expect(text.hasPrefix("p ") && !text.hasSuffix(".")) }
    }
}

import Testing

@testable import Alerts
@testable import Events

/// A link in the table was stored by an event, otherwise it is not a link.
@Suite struct SessionLinkTests {
    private static let jane = Alert.Person(name: "jane", source: .samlNameID, vouched: true)

    private func link(
        key: String = "ASIAIOSFODNN7EXAMPLE", thread: String = "AROAEXAMPLE:jane@2026-07-01",
        person: Alert.Person? = jane, began: Int = 1_782_907_200, ends: Int = 1_782_910_800
    ) -> SessionLink? {
        SessionLink(accessKeyID: key, thread: thread, person: person, began: began, ends: ends)
    }

    @Test func `a link has the fields that were stored`() {
        #expect(link()?.person == Self.jane)
        #expect(link(person: nil)?.thread == "AROAEXAMPLE:jane@2026-07-01")
    }

    @Test(arguments: [
        "", "short", "asiaiosfodnn7example", "ASIA IOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPL#",
        String(repeating: "A", count: 129),
    ])
    func `a key's id is letters and digits`(key: String) { #expect(link(key: key) == nil) }

    @Test(arguments: [
        "", "x", "AROAEXAMPLE:jane", "@2026-07-01", "AROAEXAMPLE:jane@2026-7-1",
        "AROAEXAMPLE:jane@2026-07-01 ", "AROAEXAMPLE:jane@yyyy-mm-dd",
        String(repeating: "x", count: 512) + "@2026-07-01",
    ])
    func `a thread is an id and a day`(thread: String) { #expect(link(thread: thread) == nil) }

    @Test(arguments: [
        Alert.Person(name: "jane", source: .samlNameID, vouched: false),
        Alert.Person(name: "jane", vouched: true),
        Alert.Person(source: .samlNameID, vouched: true),
        Alert.Person(name: "", source: .samlNameID, vouched: true),
        Alert.Person(
            name: String(repeating: "x", count: 513), source: .samlNameID, vouched: true),
    ])
    func `a person in a link has a name, and is vouched for if the provider names it`(
        person: Alert.Person
    ) {
        #expect(link(person: person) == nil)
    }

    @Test func `a name that a caller chose stays one`() {
        let chosen = Alert.Person(name: "jane", source: .sessionName, vouched: false)
        #expect(link(person: chosen)?.person == chosen)
    }

    @Test(
        arguments: [
            (-1, 1), (5, 4), (0, 129_601), (.max - 1, .max), (.min, .max), (.max, .min),
        ] as [(Int, Int)])
    func `a session begins, and ends within 36 hours`(began: Int, ends: Int) {
        #expect(link(began: began, ends: ends) == nil)
    }

    @Test func `it holds while the key works`() throws {
        let one = try #require(link())
        let began = 1_782_907_200
        let covered = [-6, -5, 0, 3_600, 3_605, 3_606].map { one.covers(began + $0) }
        #expect(covered == [false, true, true, true, true, false])
        let near = [-6, -5, 5, 6].map { one.began(near: began + $0) }
        #expect(near == [false, true, true, false])
    }
}

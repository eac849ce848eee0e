import FakeAWS
import FakeWorld
import Testing

@testable import Alerts
@testable import Events
@testable import HTTP
@testable import State
@testable import System
@testable import Text

/// What an event leaves for others of its session, and what of it is believed.
@Suite struct StateTableLinksTests {
    private static let thread = "AROAFIRST:jane@2026-07-01T12:00:00Z"
    private let soon = FakeWorld().deadline(after: .seconds(5))
    private let items = FakeTable()

    private var table: StateTable {
        StateTable(name: "breakglass-state", client: FakeAWS(items).client)
    }

    private func leave(_ mark: JoinMark, replacing: Bool = false) throws -> [String: JoinMark] {
        try table.leave(
            mark, as: "x", in: "key/A", replacing: replacing, now: 1_782_907_200,
            deadline: soon)
    }

    @Test(arguments: [
        nil, Alert.Person(name: "jane", source: .samlNameID, vouched: true),
        Alert.Person(name: "jane", source: .sessionName, vouched: false),
    ])
    func `what was left is what is found`(person: Alert.Person?) throws {
        let mark = try #require(
            JoinMark(
                thread: Self.thread, person: person, accessKeyID: "ASIAIOSFODNN7EXAMPLE",
                isOnlyKey: true, isConsole: true, act: "e-1"))
        #expect(try leave(mark) == ["x": mark])
        #expect(try table.marks(in: ["key/A", "key/B"], deadline: soon) == ["key/A": ["x": mark]])
        #expect(items.items["link#key/A"]?["expires"]?["N"]?.string == "1783166400")
    }

    @Test func `a mark stays, unless the next one knows more`() throws {
        let first = try #require(JoinMark(thread: Self.thread))
        let second = try #require(JoinMark(thread: Self.thread, act: "e-2"))
        _ = try leave(first)
        #expect(try leave(second) == ["x": first])
        #expect(try leave(second, replacing: true) == ["x": second])
    }

    @Test(arguments: [
        #"{"S":"text"}"#, #"{"M":{}}"#, #"{"M":{"thread":{"N":"1"}}}"#,
        #"{"M":{"thread":{"S":"AROA:jane@2026-07-01"}}}"#,
        #"{"M":{"thread":{"S":"\#(thread)"},"person":{"S":"jane"}}}"#,
        #"{"M":{"thread":{"S":"\#(thread)"},"person":{"S":"jane"},"source":{"S":"oracle"}}}"#,
        #"{"M":{"thread":{"S":"\#(thread)"},"key":{"S":"a key"}}}"#,
        #"{"M":{"thread":{"S":"\#(thread)"},"only":{"S":"yes"}}}"#,
    ])
    func `what no event leaves is not believed`(value: String) throws {
        let attribute = try #require(JSON(Array(value.utf8)))
        items.put(["id": ["S": "link#key/A"], "x": attribute])
        #expect(throws: MalformedItem.self) { try table.marks(in: ["key/A"], deadline: soon) }
    }

    @Test func `a combination is new once`() throws {
        #expect(try table.isNew("a/b", now: 1_782_907_200, deadline: soon))
        #expect(try !table.isNew("a/b", now: 1_782_907_300, deadline: soon))
        #expect(try table.isNew("a/c", now: 1_782_907_300, deadline: soon))
    }

    @Test func `a combination from the future is not believed`() throws {
        items.put(["id": ["S": "link#seen/a"], "seen": ["N": "9999999999"]])
        #expect(try table.isNew("a", now: 1_782_907_200, deadline: soon))
    }
}

import FakeAWS
import FakeWorld
import Testing

@testable import Alerts
@testable import Events
@testable import HTTP
@testable import State
@testable import System
@testable import Text

/// What an event leaves for the next hop, and what of it is believed.
struct SessionLinksTests {
    private static let session = "AROAEXAMPLE:jane@2026-07-01"
    private static let key = "ASIAIOSFODNN7EXAMPLE"
    private let soon = FakeWorld().deadline(after: .seconds(5))

    private func table(_ answer: @escaping (FakeAWS.Call) -> Response) -> (StateTable, FakeAWS) {
        let aws = FakeAWS(answer)
        return (StateTable(name: "breakglass-state", client: aws.client), aws)
    }

    private func link(_ person: Alert.Person?) throws -> SessionLink {
        try #require(
            SessionLink(
                accessKeyID: Self.key, thread: "AROAFIRST:jane@2026-07-01", person: person,
                began: 1_782_907_200, ends: 1_782_910_800))
    }

    @Test(arguments: [
        nil, Alert.Person(name: "jane", source: .samlNameID, vouched: true),
        Alert.Person(name: "jane", source: .sessionName, vouched: false),
    ])
    func `what was left is what is found`(person: Alert.Person?) throws {
        var kept = "null"
        let (table, aws) = table { call in
            let request = JSON(Array(call.body.utf8)) ?? .null
            if call.action == "UpdateItem" {
                kept = request["ExpressionAttributeValues"]?[":link"]?.text ?? "null"
                return .item(#"{"Attributes":{"\#(Self.key)":\#(kept)}}"#)
            }
            return .item(
                #"{"Item":{"id":{"S":"x"},"expires":{"N":"1"},"\#(Self.key)":\#(kept)}}"#)
        }
        let link = try link(person)
        #expect(try table.note(link, of: Self.session, replacing: true, deadline: soon) == link)
        #expect(try table.links(of: Self.session, deadline: soon) == [link])
        #expect(aws.calls.allSatisfy { $0.body.contains(##""S":"link#\##(Self.session)""##) })
        #expect(aws.calls.first?.body.contains(#"":expires":{"N":"1783083600"}"#) == true)
    }

    @Test func `the owner's copy keeps what the caller's left, and reads it`() throws {
        let jane = Alert.Person(name: "jane", source: .samlNameID, vouched: true)
        let (table, aws) = table { _ in
            .item(
                """
                {"Attributes":{"id":{"S":"x"},"\(Self.key)":{"M":{
                 "thread":{"S":"AROAFIRST:jane@2026-07-01"},"person":{"S":"jane"},
                 "source":{"S":"saml_name_id"},"began":{"N":"1782907200"},
                 "ends":{"N":"1782910800"}}}}}
                """)
        }
        let own = try link(nil)
        let found = try table.note(own, of: Self.session, replacing: false, deadline: soon)
        let callers = try link(jane)
        #expect(found == callers)
        #expect(aws.calls.first?.body.contains("SET #key = if_not_exists(#key, :link)") == true)
    }

    @Test func `no item is no link`() throws {
        let (table, _) = table { _ in .item("{}") }
        #expect(try table.links(of: Self.session, deadline: soon) == [])
    }

    private static let times = #""began":{"N":"1"},"ends":{"N":"2"}"#
    private static let thread = #""thread":{"S":"xx@2026-07-01"}"#

    @Test(arguments: [
        #""ASIAIOSFODNN7EXAMPLE":{"S":"text"}"#,
        #""ASIAIOSFODNN7EXAMPLE":{"M":{}}"#,
        #""note":{"M":{\#(thread),\#(times)}}"#,
        #""ASIAIOSFODNN7EXAMPLE":{"M":{"thread":{"N":"1"},\#(times)}}"#,
        #""ASIAIOSFODNN7EXAMPLE":{"M":{\#(thread),"began":{"N":"9223372036854775806"},"#
            + #""ends":{"N":"9223372036854775807"}}}"#,
        #""ASIAIOSFODNN7EXAMPLE":{"M":{\#(thread),\#(times),"person":{"S":"jane"}}}"#,
        #""ASIAIOSFODNN7EXAMPLE":{"M":{\#(thread),\#(times),"person":{"S":"jane"},"#
            + #""source":{"S":"oracle"}}}"#,
        #""ASIAIOSFODNN7EXAMPLE":{"M":{\#(thread),\#(times),"person":{"S":"jane"},"#
            + #""source":{"S":"saml_name_id"},"chosen":{"BOOL":true}}}"#,
    ])
    func `what no event leaves is not believed`(attribute: String) throws {
        let (table, _) = table { _ in .item("{\"Item\":{\(attribute)}}") }
        #expect(throws: MalformedItem.self) { try table.links(of: Self.session, deadline: soon) }
    }
}

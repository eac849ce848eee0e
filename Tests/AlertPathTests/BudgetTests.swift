import FakeAWS
import FakeWorld
import Logging
import State
import Testing

@testable import AlertPath
@testable import Alerts
@testable import HTTP
@testable import System

/// Many alerts at once, and the state table's part in it.
@Suite struct BudgetTests {
    private static let topic = "arn:aws:sns:eu-west-1:111122223333:breakglass-alerts"
    private static let now = 1_780_000_001.0
    private static let ours = "critical\te-1\t[CRITICAL] Root signed in"
    private static let other = "medium\te-2\t[MEDIUM] Somebody used it"

    private let record = """
        {"version":"1.0","requestContext":{"condition":"Success"},"requestPayload":{},
         "responsePayload":{"schema":"breakglass.message/1","due":true,"id":"e-1",
          "severity":"critical","subject":"[CRITICAL] Root signed in","default":"Root signed in"}}
        """

    /// What the table answers, by what is asked of it.
    private struct Table {
        var alert = #"{"state":{"S":"publishing"}}"#
        var spent = 3
        var join = Response.item("{}")
        var close = Response.item("{}")

        func answer(_ call: FakeAWS.Call) -> Response {
            if call.action == "Publish" { return .published }
            if call.body.contains("budget#") {
                return .item(#"{"Attributes":{"critical":{"N":"\#(spent)"}}}"#)
            }
            if call.body.contains("digest#") {
                return call.body.contains("SET #closed") ? close : join
            }
            return .item(#"{"Attributes":\#(alert)}"#)
        }
    }

    private static func digest(owner: String, lines: [String]) -> String {
        let texts = lines.map { "\"" + $0.replacing("\t", with: "\\t") + "\"" }
        return #"{"owner":{"S":"\#(owner)"},"lines":{"SS":[\#(texts.joined(separator: ","))]}}"#
    }

    private func publish(_ aws: FakeAWS) throws -> (Publisher.Result, waited: [Duration]) {
        let publisher = try Publisher(
            topics: [.init(audience: .people, arn: Self.topic)],
            table: StateTable(name: "breakglass-state", client: aws.client),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            world: aws.machine.world, transport: aws.parallel
        ) { region in aws.client(in: region) }
        let result = try publisher.publish(
            Array(record.utf8), owner: "request-1", now: Self.now,
            deadline: aws.machine.deadline(after: .seconds(40)))
        return (result, aws.machine.waits)
    }

    private func sent(_ aws: FakeAWS) -> [String] {
        aws.calls.filter { $0.action == "Publish" }.map(\.body)
    }

    @Test(arguments: [1, 2]) func `alerts within the budget are sent separately`(
        spent: Int
    ) throws {
        let aws = FakeAWS { Table(spent: spent).answer($0) }
        #expect(try publish(aws).0 == .published([Self.topic]))
        #expect(sent(aws).count == 1 && !aws.calls.contains { $0.body.contains("digest#") })
    }

    @Test func `the first beyond the budget waits for the others and sends all of them`() throws {
        let lines = Self.digest(owner: "request-1", lines: [Self.other, Self.ours])
        let table = Table(
            join: .item(#"{"Attributes":\#(lines)}"#), close: .item(#"{"Attributes":\#(lines)}"#))
        let aws = FakeAWS { table.answer($0) }
        let (result, waited) = try publish(aws)
        #expect(result == .published([Self.topic]))
        #expect(waited == [.seconds(5)])
        let body = try #require(sent(aws).first)
        #expect(sent(aws).count == 1 && body.contains("2%20alerts%20came%20within%20seconds"))
        #expect(body.contains("Root%20signed%20in") && body.contains("Somebody%20used%20it"))
        #expect(body.contains("Subject=%5BCRITICAL%5D"))
        #expect(aws.calls.last?.body.contains("published") == true)
    }

    @Test func `other publishers leave the digest to the first`() throws {
        let lines = Self.digest(owner: "request-0", lines: [Self.other, Self.ours])
        let aws = FakeAWS { Table(join: .item(#"{"Attributes":\#(lines)}"#)).answer($0) }
        #expect(try publish(aws).0 == .digested)
        #expect(sent(aws).isEmpty && aws.calls.last?.body.contains("published") == true)
    }

    @Test func `one alone is sent as what it is`() throws {
        let lines = Self.digest(owner: "request-1", lines: [Self.ours])
        let table = Table(
            join: .item(#"{"Attributes":\#(lines)}"#), close: .item(#"{"Attributes":\#(lines)}"#))
        let aws = FakeAWS { table.answer($0) }
        #expect(try publish(aws).0 == .published([Self.topic]))
        #expect(sent(aws).first?.contains("came%20within") == false)
    }

    @Test func `who comes too late for a digest is sent alone`() throws {
        let closed = Self.digest(owner: "request-0", lines: [Self.other])
        let aws = FakeAWS { Table(join: .conditionFailed(closed)).answer($0) }
        #expect(try publish(aws).0 == .published([Self.topic]))
        #expect(sent(aws).count == 1)
    }

    @Test func `a digest that was closed and not sent is sent by the next try, at once`() throws {
        let closed = Self.digest(owner: "request-1", lines: [Self.other, Self.ours])
        var table = Table(join: .conditionFailed(closed))
        table.alert = #"{"state":{"S":"publishing"},"digest":{"N":"356000000"}}"#
        let aws = FakeAWS { table.answer($0) }
        let (_, waited) = try publish(aws)
        #expect(waited.isEmpty)
        #expect(sent(aws).first?.contains("2%20alerts%20came") == true)
        #expect(!aws.calls.contains { $0.body.contains("budget#") })
    }

    @Test func `a budget that cannot be asked costs no alert`() throws {
        let aws = FakeAWS { call in
            call.body.contains("budget#")
                ? .refused("AccessDeniedException") : Table().answer(call)
        }
        #expect(try publish(aws).0 == .published([Self.topic]))
    }

    @Test(arguments: ["ADD #lines", "SET #closed"])
    func `an uncertain digest is read again, and the alert is sent at once`(
        step: String
    ) throws {
        let lines = Self.digest(owner: "request-1", lines: [Self.ours])
        let aws = FakeAWS { call in
            call.body.contains(step)
                ? .refused("AccessDeniedException")
                : Table(join: .item(#"{"Attributes":\#(lines)}"#)).answer(call)
        }
        #expect(throws: PublishError.self) { try publish(aws) }
        #expect(sent(aws).count == 1)
        #expect(aws.calls.last?.action == "Publish", "it is not noted as published")
    }

    @Test func `two windows touch any second, and ten messages at most leave in it`() {
        let shares = ["low", "medium", "high", "critical", nil].map(Budget.share(of:))
        #expect(shares == ["others", "others", "others", "critical", "critical"])
        #expect((Set(shares).count * Budget.most + 1) * 2 <= 10)
        #expect(Budget.window(at: 9.99) == 1 && Budget.rest(of: 1, at: 9) == .seconds(2))
        #expect(Budget.rest(of: 1, at: 1_000) == .zero)
    }
}

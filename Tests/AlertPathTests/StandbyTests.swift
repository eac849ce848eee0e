import FakeAWS
import FakeWorld
import Logging
import State
import Testing

@testable import AlertPath
@testable import Alerts
@testable import System

/// The publisher of the standby Region, and home's table.
@Suite struct StandbyTests {
    private let record = """
        {"version":"1.0","requestContext":{"condition":"Success"},"requestPayload":{},
         "responsePayload":{"schema":"breakglass.message/1","due":true,"id":"e-1",
          "severity":"critical","subject":"Root signed in","default":"Root signed in now"}}
        """

    private func publish(_ aws: FakeAWS, _ home: FakeAWS) throws -> (Publisher.Result, Duration) {
        let publisher = try Publisher(
            topics: [
                .init(
                    audience: .people, arn: "arn:aws:sns:us-west-2:111122223333:breakglass-alerts")
            ],
            table: StateTable(name: "breakglass-state", client: aws.client),
            home: StateTable(name: "breakglass-state", client: home.client),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            world: aws.machine.world, transport: aws.parallel
        ) { region in aws.client(in: region) }
        let result = try publisher.publish(
            Array(record.utf8), owner: "request-1", now: 1_780_000_000,
            deadline: aws.machine.deadline(after: .seconds(40)))
        return (result, aws.machine.elapsed)
    }

    private let granting = FakeAWS {
        $0.action == "Publish" ? .published : .item(#"{"Attributes":{}}"#)
    }

    @Test func `what home told is not told again`() throws {
        let home = FakeAWS { _ in .item(#"{"Item":{"state":{"S":"published"}}}"#) }
        let (result, waited) = try publish(granting, home)
        #expect(result == .toldByHome && waited == .zero)
        #expect(granting.actions.isEmpty && home.actions == ["GetItem"])
    }

    @Test func `home is given time`() throws {
        var looks = 0
        let home = FakeAWS { _ in
            looks += 1
            return looks < 3
                ? .item(#"{"Item":{"state":{"S":"publishing"}}}"#)
                : .item(#"{"Item":{"state":{"S":"published"}}}"#)
        }
        let (result, waited) = try publish(granting, home)
        #expect(result == .toldByHome && waited == .seconds(8))
    }

    @Test func `a home that does not tell is spoken for`() throws {
        let home = FakeAWS { _ in .item("{}") }
        let (result, waited) = try publish(granting, home)
        #expect(result != .toldByHome && granting.actions.contains("Publish"))
        #expect(waited == .seconds(20) && home.actions.count == 4)
    }

    @Test(arguments: [("AccessDeniedException", 400), ("ResourceNotFoundException", 400)])
    func `a home that cannot be asked is spoken for at once`(code: String, status: Int) throws {
        let home = FakeAWS { _ in .refused(code, status: status) }
        let (_, waited) = try publish(granting, home)
        #expect(granting.actions.contains("Publish") && waited == .zero)
    }
}

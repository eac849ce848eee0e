import AWSClient
import FakeAWS
import FakeWorld
import HTTP
import Synchronization
import System
import Testing

@testable import Rollout

@Suite struct StackWatchTests {
    /// CloudFormation, whose answers to DescribeStacks come one after the other; the last one stays.
    private static func watch(
        _ statuses: [String], events: String = "", narrator: Narrator = .silent
    ) -> (FakeCloud, StackWatch) {
        let left = Mutex(statuses)
        let cloud = FakeCloud { call in
            guard call.action == "DescribeStacks" else {
                return .xml("DescribeStackEvents", "<StackEvents>\(events)</StackEvents>")
            }
            let status = left.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
            if status == "none" { return .noStack }
            return .xml(
                "DescribeStacks",
                """
                <Stacks><member><StackName>breakglass-hub</StackName>\
                <StackStatus>\(status)</StackStatus></member></Stacks>
                """)
        }
        let site = Site(
            account: "123456789012", arn: "arn:aws:iam::123456789012:user/a", client: cloud.client,
            caller: FakeCloud.caller())
        return (
            cloud,
            StackWatch(
                "breakglass-hub", at: site, "eu-west-1", Board(narrator, in: cloud.machine.world))
        )
    }

    @Test func `It asks until CloudFormation is done`() async throws {
        let (cloud, watch) = Self.watch([
            "CREATE_IN_PROGRESS", "CREATE_IN_PROGRESS", "CREATE_COMPLETE",
        ])
        #expect(try await watch.settled()?.status == "CREATE_COMPLETE")
        #expect(cloud.actions.filter { $0 == "DescribeStacks" }.count == 3)
    }

    @Test func `A stack that is gone is nil`() async throws {
        let (_, watch) = Self.watch(["DELETE_IN_PROGRESS", "none"])
        #expect(try await watch.settled() == nil)
    }

    @Test func `A failure inside a stack is said before the stack is rolled back`() async throws {
        let said = Mutex<[String]>([])
        let narrator = Narrator(
            say: { line in said.withLock { $0.append(line) } }, note: { _ in }, progress: { _ in })
        let event = """
            <member><EventId>1</EventId><LogicalResourceId>Topic</LogicalResourceId>\
            <ResourceStatus>CREATE_FAILED</ResourceStatus><ResourceStatusReason>no key\
            </ResourceStatusReason></member>
            """
        let statuses = Array(repeating: "CREATE_IN_PROGRESS", count: 20) + ["ROLLBACK_COMPLETE"]
        let (_, watch) = Self.watch(statuses, events: event, narrator: narrator)
        _ = try await watch.settled()
        let lines = said.withLock { $0 }.filter { $0.hasSuffix("Topic CREATE_FAILED: no key") }
        #expect(lines.count == 1)
    }

    @Test func `A run that is stopped says what goes on in AWS`() async {
        let (cloud, watch) = Self.watch(["CREATE_IN_PROGRESS"])
        let run = Task { () -> String in
            withUnsafeCurrentTask { $0?.cancel() }
            do throws(Obstacle) {
                _ = try await watch.settled()
                return "settled"
            } catch {
                return "\(error)"
            }
        }
        #expect(
            await run.value.hasPrefix(
                "account 123456789012, eu-west-1, breakglass-hub: still CREATE_IN_PROGRESS in AWS"))
        // The call that was on its way was answered.
        #expect(cloud.actions == ["DescribeStacks"])
    }

    @Test func `A stack in which nothing happens is named after half an hour`() async throws {
        let (_, watch) = Self.watch(["CREATE_IN_PROGRESS"])
        await #expect {
            _ = try await watch.settled()
        } throws: { error in
            "\(error)".hasPrefix(
                "account 123456789012, eu-west-1, breakglass-hub: CREATE_IN_PROGRESS, and nothing")
        }
    }
}

extension Response {
    /// An answer of the Query protocol.
    static func xml(_ operation: String, _ result: String) -> Response {
        Response(
            status: 200,
            body: Array("<R><\(operation)Result>\(result)</\(operation)Result></R>".utf8))
    }

    /// CloudFormation has no such stack.
    static let noStack = Response(
        status: 400,
        body: Array(
            """
            <R><Error><Code>ValidationError</Code><Message>Stack with id x does not exist</Message>\
            </Error></R>
            """.utf8))
}

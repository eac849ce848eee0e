import ArgumentParser
import Testing

@testable import BreakGlassCLI

@Suite struct RedriveCommandTests {
    @Test func `the options reach the command`() throws {
        let command = try #require(
            try RootCommand.parseAsRoot([
                "redrive", "plan.yaml", "--queue", "breakglass-rules-dlq", "--queue",
                "breakglass-publisher-dlq", "--region", "eu-west-1", "--yes",
            ]) as? RedriveCommand)
        #expect(command.queue == ["breakglass-rules-dlq", "breakglass-publisher-dlq"])
        #expect(command.options.region == "eu-west-1" && command.options.yes)
    }

    @Test(arguments: ["breakglass-canaries", "breakglass-checker-dlq", "dlq"])
    func `other queues hold no alerts`(queue: String) {
        #expect(throws: (any Error).self) {
            _ = try RootCommand.parseAsRoot(["redrive", "plan.yaml", "--queue", queue])
        }
    }
}

import AccessPlan
import ArgumentParser
import Testing

@testable import BreakGlassCLI
@testable import Rollout

@Suite struct DestroyCommandTests {
    @Test func `the options reach the run`() throws {
        let command = try #require(
            try RootCommand.parseAsRoot([
                "destroy", "plan.yaml", "--yes", "--account", "123456789012", "--with-evidence",
                "--role", "Admin", "--skip", "ap-east-1", "--jobs", "3",
            ]) as? DestroyCommand)
        let options = command.options
        #expect(options.withEvidence)
        #expect(options.signIn.emergency == SignIn(.emergency, role: "Admin"))
        #expect(options.skipped == ["ap-east-1"])
        #expect(options.jobs == 3)
    }

    @Test(arguments: [["plan.yaml", "--yes"], ["plan.yaml", "--jobs", "0"], []])
    func `nobody takes down the wrong account by habit`(arguments: [String]) {
        #expect(throws: (any Error).self) {
            _ = try RootCommand.parseAsRoot(["destroy"] + arguments)
        }
    }

    @Test func `another account is named beside the plan's`() {
        let plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "us-east-1")
        #expect(
            DestroyCommand.wrong("111122223333", plan)
                == "\"111122223333\" is not the plan's emergency access account 123456789012: "
                + "nothing was deleted")
    }
}

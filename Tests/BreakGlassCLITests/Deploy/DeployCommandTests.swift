import ArgumentParser
import Testing

@testable import BreakGlassCLI
@testable import Rollout

@Suite struct DeployCommandTests {
    private func command(_ arguments: String...) throws -> DeployCommand {
        try #require(
            try RootCommand.parseAsRoot(["deploy"] + arguments) as? DeployCommand)
    }

    @Test func `Each option reaches the account that it is about`() throws {
        let options = try command(
            "plan.yaml", "--profile", "emergency", "--organization-role", "arn:aws:iam::1:role/a",
            "--management-profile", "top", "--organizational-units", "ou-1,ou-2", "--skip",
            "ap-east-1", "--skip", "eu-south-1", "--jobs", "3"
        ).options
        #expect(options.signIn.emergency == SignIn(.emergency, profile: "emergency"))
        #expect(options.signIn.organization.role == "arn:aws:iam::1:role/a")
        #expect(options.signIn.management.profile == "top")
        #expect(options.signIn.units == ["ou-1", "ou-2"])
        #expect(options.skipped == ["ap-east-1", "eu-south-1"])
        #expect(options.jobs == 3)
    }

    @Test(arguments: [["plan.yaml", "--jobs", "0"], ["plan.yaml", "--wait", "-1"], ["-"], []])
    func `What makes no sense is refused before anything is read`(arguments: [String]) {
        #expect(throws: (any Error).self) {
            _ = try RootCommand.parseAsRoot(["deploy"] + arguments)
        }
    }
}

import AccessPlan
import ArgumentParser
import Rollout

/// `breakglass destroy`: takes down what a deployment created.
struct DestroyCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy",
        abstract: "Take down what a deployment created; show it first.",
        discussion: """
            Deletes stack sets and stacks in the right order, with passwords, MFA devices and keys of \
            the break-glass users, and the functions' code. Evidence stays: the archive with its bus, \
            the functions' logs, a trail that was made. AWS deletes KMS keys thirty days later. \
            Shows what it will do, and asks for the account's id. Run it again after a fault: it goes \
            on where it stopped.
            Exit status: 0 done, 2 could not be done, 64 wrong usage.
            """)

    @Argument(help: "The plan: YAML or JSON.")
    var plan: String

    @OptionGroup var sites: SiteOptions

    @Flag(help: "Do not ask; needs --account.")
    var yes = false

    @Option(help: "The emergency access account, said once more.")
    var account: String?

    @Flag(help: "Delete the evidence, too.")
    var withEvidence = false

    @Option(help: "How many stacks at a time.")
    var jobs = 32

    mutating func validate() throws {
        guard jobs > 0 else { throw ValidationError("--jobs must be at least 1") }
        guard !yes || account != nil else {
            throw ValidationError(
                "--yes needs --account ID, so that nobody takes down the wrong one")
        }
    }

    mutating func run(_ terminal: Terminal) -> ExitStatus {
        guard let plan = terminal.wholePlan(at: plan, warns: false) else { return .failure }
        if let account, account != plan.emergencyAccount {
            terminal.error(Self.wrong(account, plan))
            return .usage
        }
        let phases = DestroyPhases(command: self, plan: plan, terminal: terminal)
        return Interruptible.wait(onInterrupt: { terminal.noteStop() }) {
            await phases.run()
        }
    }

    /// What is said of an account that is not the plan's.
    static func wrong(_ account: String, _ plan: Plan) -> String {
        "\"\(account)\" is not the plan's emergency access account \(plan.emergencyAccount): nothing "
            + "was deleted"
    }

    /// What the operator asks for.
    var options: Removal.Options {
        var options = Removal.Options()
        options.signIn = sites.signIn
        options.skipped = Set(sites.skip)
        options.withEvidence = withEvidence
        options.jobs = jobs
        return options
    }
}

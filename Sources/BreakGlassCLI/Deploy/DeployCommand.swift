import AccessPlan
import ArgumentParser
import Rollout

/// `breakglass deploy`: deploys everything that a plan asks for.
struct DeployCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "deploy",
        abstract: "Deploy everything that a plan asks for; show it first.",
        discussion: """
            Finds accounts and Regions, asks what could stand in the way, shows each stack and each \
            resource that is made, changed, replaced or deleted, and asks. Then it deploys, asks the \
            services whether everything is there, and waits until a canary of every account and \
            Region was heard. Run it again after a fault or a change of the plan: it keeps no state.
            A plan that names no account besides the emergency access account needs credentials for \
            that one only.
            Exit status: 0 done, 1 deployed with gaps (not everything was heard, or a Region gets no \
            rules), 2 could not be done, 64 wrong usage, 130 ended by a second Ctrl-C.
            """)

    @Argument(help: "The plan: YAML or JSON.")
    var plan: String

    @OptionGroup var sites: SiteOptions

    @Flag(help: "Do not ask.")
    var yes = false

    @Flag(help: "Let resources be replaced or deleted with which something is lost.")
    var allowLoss = false

    @Flag(help: "Show what would be done, and do nothing.")
    var planOnly = false

    @Flag(
        help: "Print the changes or the result as JSON; standard error has what is for people."
    )
    var json = false

    @Option(help: "The identity provider's log stream, as EventBridge shows it.")
    var partnerEventSource: String?

    @Option(help: "How many stacks at a time.")
    var jobs = 32

    @Option(help: "How many seconds to wait for canaries; 0 does not wait.")
    var wait = 900

    @Option(help: "The folder with the functions' zips; dist of the checkout by default.")
    var functions: String?

    @Option(help: "A file of answers that first-contact wrote; what it says is shown.")
    var answers: String?

    mutating func validate() throws {
        guard jobs > 0 else { throw ValidationError("--jobs must be at least 1") }
        guard wait >= 0 else { throw ValidationError("--wait must be at least 0 seconds") }
        guard plan != "-" else {
            throw ValidationError(
                "the plan cannot be standard input: deployment may write a line into it")
        }
    }

    mutating func run(_ terminal: Terminal) -> ExitStatus {
        guard let read = terminal.wholePlan(at: plan, warns: true) else { return .failure }
        if let answers {
            guard let contact = terminal.contact(at: answers) else { return .failure }
            terminal.show(contact)
        }
        if let region = read.globalSignInRegions.first(where: sites.skip.contains) {
            terminal.error(
                "--skip \(region): sign-ins at the global endpoint are recorded there\n"
                    + "hint: deploy it; where a policy denies it, waive it in the plan")
            return .usage
        }
        let deployment = DeployPhases(command: self, plan: read, terminal: terminal)
        return Interruptible.wait(onInterrupt: { terminal.noteStop() }) {
            await deployment.run()
        }
    }

    /// What the operator asks for.
    var options: DeployOptions {
        var options = DeployOptions()
        options.signIn = sites.signIn
        options.skipped = Set(sites.skip)
        options.partnerEventSource = partnerEventSource
        options.jobs = jobs
        return options
    }
}

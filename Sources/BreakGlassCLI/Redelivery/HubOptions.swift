import AWSClient
import AccessPlan
import ArgumentParser
import Redelivery
import System

/// The options of commands that send again what was not told.
struct HubOptions: ParsableArguments {
    @Argument(help: "The plan: YAML or JSON; - is standard input.")
    var plan: String

    @Option(help: "The AWS profile for the emergency access account.")
    var profile: String?

    @Option(help: "The Region of one hub.")
    var region: String?

    @Flag(help: "Do not ask.")
    var yes = false

    @Flag(help: "Show what would be done, and do nothing.")
    var planOnly = false

    /// Reads the plan, signs in to every hub, and passes both on.
    func run(
        _ terminal: Terminal, _ act: (Plan, Hubs) throws(AWS.Failure) -> ExitStatus
    ) -> ExitStatus {
        guard let plan = terminal.plan(at: plan) else { return .failure }
        if let region, !plan.regions.hubs.contains(region) {
            terminal.error(
                "Region \"\(region)\" has no hub\n"
                    + "hint: the plan's hubs are in \(plan.regions.hubs.joined(separator: ", "))")
            return .usage
        }
        do throws(AWS.Failure) {
            var clients: [AWS.Client] = []
            for region in plan.regions.hubs {
                clients.append(try AWS.Client.forProfile(profile, region: region))
            }
            guard try isRight(clients, plan, terminal) else { return .failure }
            return try act(plan, Hubs(clients))
        } catch {
            terminal.progress("")
            terminal.error(error)
            return .failure
        }
    }

    /// Whether a hub is meant.
    func means(_ client: AWS.Client) -> Bool { region == nil || region == client.region }

    /// Whether the credentials belong to the emergency access account. The Regions may fail one by one.
    private func isRight(
        _ clients: [AWS.Client], _ plan: Plan, _ terminal: Terminal
    ) throws(AWS.Failure) -> Bool {
        var failure: AWS.Failure?
        for client in clients {
            do throws(AWS.Failure) {
                let identity = try client.send(
                    STS.getCallerIdentity(), before: client.world.deadline(after: .seconds(20)))
                if identity.account == plan.emergencyAccount { return true }
                terminal.error(
                    "\(identity.arn) is in account \(identity.account), and the hubs are in "
                        + "\(plan.emergencyAccount)\n"
                        + "hint: sign in to the emergency access account, or use --profile")
                return false
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return false
    }
}

extension Terminal {
    /// Whether to go ahead; says why not.
    func goesAhead(_ options: HubOptions) -> ExitStatus? {
        if options.planOnly { return .fine }
        if options.yes { return nil }
        guard let answer = ask("Go ahead? [y/N] ") else {
            error("nobody is there to ask\nhint: --yes goes ahead without asking")
            return .failure
        }
        if answer.lowercased().hasPrefix("y") { return nil }
        note("nothing was done")
        return .fine
    }
}

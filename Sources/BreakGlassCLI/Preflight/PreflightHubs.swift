import AWSClient
import AccessPlan
import ArgumentParser
import Checker
import Deployment
import Rollout
import System

extension PreflightCommand {
    /// `breakglass preflight hubs`.
    struct Hubs: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find out what the hubs' Regions lack on a first day.",
            discussion: """
                Reads the emergency access account: archives, Lambda's concurrency, the SMS sandbox. \
                Prints "PublisherConcurrency" and the number for hub.yaml, a tab between. A note names \
                what cannot be read.
                Exit status: 0 the hubs can be deployed, 1 they cannot.
                """)

        @Option(help: "The plan: YAML or JSON; - is standard input.")
        var plan: String

        @Option(help: "The AWS profile to use.")
        var profile: String?

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            guard let plan = terminal.plan(at: plan) else { return .failure }
            let world = World.real
            let opened: (client: AWS.ConcurrentClient, caller: AWS.Caller)
            do throws(AWS.Failure) {
                opened = try AWS.ConcurrentClient.forProfile(
                    profile, region: plan.regions.home, in: world)
            } catch {
                terminal.error(error)
                return .failure
            }
            let site = Site(
                account: plan.emergencyAccount, arn: "", client: opened.client,
                caller: opened.caller)
            let hubs = Observer.wait {
                var hubs: [HubSurroundings] = []
                for region in plan.regions.hubs {
                    hubs.append(await HubReader.read(plan, site, region))
                }
                return hubs
            }
            let reserves = hubs.allSatisfy(\.reservesPublishers)
            terminal.print("PublisherConcurrency\t\(reserves ? HubSurroundings.publishers : 0)")
            let reservesCritical = hubs.allSatisfy(\.reservesCriticalPublishers)
            terminal.print(
                "CriticalConcurrency\t\(reservesCritical ? HubSurroundings.criticalPublishers : 0)")
            let hints = hubs.flatMap { $0.hints(plan) }
            hints.filter { !$0.stops }.forEach { terminal.note($0.words) }
            hints.filter(\.stops).forEach { terminal.error($0.words) }
            return hints.contains(where: \.stops) ? .drift : .fine
        }
    }
}

import AWSClient
import AccessPlan
import ArgumentParser
import Checker
import Deployment
import Rollout
import System
import Time

extension PreflightCommand {
    /// `breakglass preflight regions`.
    struct Regions: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find out which Regions of which accounts get rules, and which cannot.",
            discussion: """
                Reads the Regions of each account, and the service control policies on it and above \
                it, with credentials of the management account or of a delegated administrator. Prints \
                for each account how many Regions are covered, denied, waived, skipped, enabling, \
                unknown, unreached or off.
                Exit status: 0 every enabled Region gets rules or is waived, 1 one does not, 2 that is \
                not known.
                """)

        @Option(help: "The plan: YAML or JSON; - is standard input.")
        var plan: String

        @Option(help: "The AWS profile to use.")
        var profile: String?

        @Option(help: "Whom stack sets reach: ids of the root or of units, with commas between.")
        var organizationalUnits: String?

        @Option(parsing: .singleValue, help: "A Region to leave out; again for more.")
        var skip: [String] = []

        @Option(help: "The time limit in seconds.")
        var within = 600

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            guard let plan = terminal.plan(at: plan) else { return .failure }
            let found: RegionReader.Result
            do throws(AWS.Failure) {
                found = try read(plan).get()
            } catch {
                terminal.error(error)
                return .failure
            }
            let today = Int(World.real.now().secondsSince1970).day
            let matrix = RegionMatrix(
                plan, accounts: found.accounts, policies: found.policies, on: today,
                skipped: Set(skip))
            matrix.summary.forEach { terminal.print($0) }
            found.notes.forEach { terminal.note($0) }
            return report(matrix, plan, on: terminal)
        }

        private func read(
            _ plan: Plan
        ) throws(AWS.Failure) -> Result<RegionReader.Result, AWS.Failure> {
            let world = World.real
            let (client, caller) = try AWS.ConcurrentClient.forProfile(
                profile, region: plan.regions.home, in: world)
            let units = (organizationalUnits ?? "").split(separator: ",").map(String.init)
            let reader = RegionReader(
                plan: plan,
                reader: OrganizationReader(
                    client: client, caller: caller, region: plan.regions.home,
                    deadline: world.deadline(after: .seconds(within))),
                known: [:], units: units)
            return Observer.wait {
                do throws(AWS.Failure) {
                    return .success(try await reader.read())
                } catch {
                    return .failure(error)
                }
            }
        }

        private func report(
            _ matrix: RegionMatrix, _ plan: Plan, on terminal: Terminal
        ) -> ExitStatus {
            let gaps = matrix.gaps
            let until = Preflight.lastWaiverDay()
            for gap in gaps where gap.waiver == nil {
                terminal.error(gap.words(plan, until: until))
            }
            for gap in gaps where gap.waiver != nil { terminal.note(gap.words(plan, until: until)) }
            return gaps.contains { $0.waiver == nil } ? .drift : .fine
        }
    }
}

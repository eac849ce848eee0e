import ArgumentParser
import Deployment

extension PreflightCommand {
    /// `breakglass preflight instances`.
    struct Instances: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what a stack set has to create and delete.",
            discussion: """
                Compares the output of "preflight regions --format tsv" with the stacks that a stack \
                set has. One line a request: create or delete, AccountFilterType, accounts, Regions; \
                and a line "ignore", account, Region for each stack that need not be current.
                """)

        @Option(help: "A file with what \"preflight regions --format tsv\" printed.")
        var regions: String

        @Option(help: "A file with the stack set's stacks: account, Region.")
        var instances: String

        @Option(help: "The accounts, with commas between; without it all, those to come included.")
        var accounts: String?

        @Option(help: "The one Region of a stack set that goes to each account once.")
        var region: String?

        @Option(help: "The management account, which stack sets leave out.")
        var management: String?

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            do throws(CommandError) {
                let matrix = String(decoding: try FileBytes.read(regions), as: UTF8.self)
                let present = String(decoding: try FileBytes.read(instances), as: UTF8.self)
                let result = StackSetInstances(
                    matrix: matrix, instances: present,
                    accounts: accounts.map { Set($0.split(separator: ",").map(String.init)) },
                    region: region, leftOut: management.map { [$0] } ?? [])
                result.operations.forEach { terminal.print($0.line) }
                for place in result.ignored {
                    terminal.print("ignore\t\(place.account)\t\(place.region)")
                }
                return .fine
            } catch {
                terminal.error(error)
                return .failure
            }
        }
    }
}

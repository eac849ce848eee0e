import AWSClient
import ArgumentParser
import Foundation
import Rollout
import System

extension PlanCommand {
    /// `breakglass plan init`.
    struct Init: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write an example of a plan, with every part of it explained.",
            discussion: """
                With --from-organization it drafts a plan of the organization's accounts, with the \
                Regions, trails and identity provider that it finds as comments. It reads AWS with your \
                own credentials, best those of the management account, and changes nothing there. What \
                cannot be read is said in the plan.
                """)

        @Argument(help: "The file to write, which must not be there yet.")
        var file = "plan.yaml"

        @Flag(help: "Print the example instead of writing a file.")
        var stdout = false

        @Flag(help: "Draft a plan of the organization's accounts.")
        var fromOrganization = false

        @Option(help: "With --from-organization: the AWS profile to use.")
        var profile: String?

        @Option(help: "With --from-organization: the home Region; the profile's by default.")
        var home: String?

        @Option(help: "With --from-organization: the account that holds the alert path.")
        var emergencyAccount: String?

        mutating func validate() throws {
            guard fromOrganization || (profile ?? home ?? emergencyAccount) == nil else {
                throw ValidationError(
                    "--profile, --home and --emergency-account need --from-organization")
            }
        }

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            var text = PlanExample.text
            if fromOrganization {
                guard let draft = draft(terminal) else { return .failure }
                text = draft
            }
            guard !stdout, file != "-" else {
                terminal.print(text)
                return .fine
            }
            do {
                try Data((text + "\n").utf8)
                    .write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
            } catch CocoaError.fileWriteFileExists {
                terminal.error(
                    """
                    \(file) is there already, and a plan is not written over
                    hint: name another file, or print the example with --stdout
                    """)
                return .failure
            } catch {
                let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
                let isThere = FileManager.default.fileExists(atPath: folder)
                terminal.error(
                    isThere
                        ? "\(file) cannot be written: permission denied, or no space left"
                        : "\(file) cannot be written: the folder does not exist")
                return .failure
            }
            terminal.print(file)
            terminal.note("put your values in, then run: breakglass plan validate \(file)")
            return .fine
        }

        /// The draft; `nil` after saying why there is none.
        private func draft(_ terminal: Terminal) -> String? {
            let world = World.real
            let configured = (try? AWS.Client.forProfile(profile, in: world))?.region
            let region = home ?? configured ?? "us-east-1"
            let result = Interruptible.wait(onInterrupt: { terminal.progress("") }) { [profile] in
                await Self.survey(profile, region, in: world)
            }
            switch result {
            case .failure(let failure):
                terminal.error(failure)
                return nil
            case .success(let survey):
                return PlanDraft(survey: survey, home: region, emergency: emergencyAccount).text
            }
        }

        private static func survey(
            _ profile: String?, _ region: String, in world: World
        ) async -> Result<OrganizationSurvey, AWS.Failure> {
            do throws(AWS.Failure) {
                let (client, caller) = try AWS.ConcurrentClient.forProfile(
                    profile, region: region, in: world)
                let identity = try await client.send(
                    STS.getCallerIdentity(), in: region, as: caller,
                    before: world.deadline(after: Site.patience))
                let site = Site(
                    account: identity.account, arn: identity.arn, client: client, caller: caller)
                return .success(await OrganizationSurvey.read(site, region))
            } catch {
                return .failure(error)
            }
        }
    }
}

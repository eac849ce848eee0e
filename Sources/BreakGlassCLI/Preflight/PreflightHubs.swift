import AWSClient
import AccessPlan
import ArgumentParser
import Deployment
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
            do throws(AWS.Failure) {
                var hubs: [HubSurroundings] = []
                for region in plan.regions.hubs {
                    let client = try AWS.Client.forProfile(profile, region: region)
                    hubs.append(HubSurroundings(client, plan))
                }
                let reserves = hubs.allSatisfy(\.reservesPublishers)
                terminal.print("PublisherConcurrency\t\(reserves ? HubSurroundings.publishers : 0)")
                let hints = hubs.flatMap { $0.hints(plan) }
                hints.filter { !$0.stops }.forEach { terminal.note($0.words) }
                hints.filter(\.stops).forEach { terminal.error($0.words) }
                return hints.contains(where: \.stops) ? .drift : .fine
            } catch {
                terminal.error(error)
                return .failure
            }
        }
    }
}

extension HubSurroundings {
    /// Asks one Region, and says what it would not tell.
    init(_ client: AWS.Client, _ plan: Plan) {
        self.init(region: client.region)
        let deadline = client.world.deadline(after: .seconds(60))
        /// `nil` for an answer that is missing, or whose absence says enough: `codes` begin its error's.
        func answer<Output>(
            _ operation: AWS.Operation<Output>, orAny codes: [String] = []
        ) -> Output? {
            do throws(AWS.Failure) {
                return try client.send(operation, before: deadline)
            } catch {
                let code = error.serviceError?.code ?? ""
                if !codes.contains(where: code.hasPrefix) { unread.append("\(error)") }
                return nil
            }
        }
        let archives = answer(
            EventBridge.listArchives(prefix: AlertPathNames.archive), orAny: Self.absent)
        if archives != nil {
            hasArchives = true
        } else if unread.isEmpty {
            hasArchives = false
        }
        unreserved = answer(Lambda.getUnreservedConcurrency())
        let missing = ["ResourceNotFoundException"]
        let publisher = Lambda.getFunctionConcurrency(AlertPathNames.publisher)
        reserved = (answer(publisher, orAny: missing) ?? nil) ?? 0
        if plan.subscribers.contains(where: { $0.transport == .sms }) {
            isInSMSSandbox = answer(SNS.isInSMSSandbox())
        }
    }

    /// How the codes begin by which a Region says that an operation does not exist there.
    private static let absent = [
        "UnknownOperation", "UnsupportedOperation", "InvalidAction", "OperationNotSupported",
        "NotImplemented",
    ]
}

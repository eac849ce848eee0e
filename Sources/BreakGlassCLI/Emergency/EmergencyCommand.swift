import AWSClient
import AccessPlan
import ArgumentParser
import System

/// `breakglass emergency`: declares that emergency access is going to be used.
struct EmergencyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emergency",
        abstract: "Declare an emergency or a drill, show it, close it.",
        discussion: """
            A declaration is an item in the state tables of the home and the standby Region, in \
            the emergency access account. Alerts then say that the use was expected. A declaration \
            opens nothing and gives nobody access.
            """,
        subcommands: [Open.self, Show.self, Close.self])

    /// The options of every subcommand.
    struct Place: ParsableArguments {
        @Argument(help: "The plan: YAML or JSON; - is standard input.")
        var plan: String

        @Option(help: "The AWS profile to use.")
        var profile: String?

        /// Reads the plan and passes it on; reports what went wrong.
        /// - Returns: the exit status.
        func run(_ terminal: Terminal, _ act: (Plan) throws -> ExitStatus) -> ExitStatus {
            guard let plan = terminal.plan(at: self.plan) else { return .failure }
            do {
                return try act(plan)
            } catch let status as ExitStatus {
                return status
            } catch {
                terminal.error("\(error)")
                return .failure
            }
        }

        /// The tables, home first.
        func tables(of plan: Plan) throws(AWS.Failure) -> [DeclarationTable] {
            var tables: [DeclarationTable] = []
            for region in plan.regions.hubs {
                tables.append(
                    DeclarationTable(
                        region: region,
                        client: try AWS.Client.forProfile(profile, region: region)))
            }
            return tables
        }
    }
}

extension Terminal {
    /// The ARN whose credentials these are; ends the command if they belong to another account.
    ///
    /// In an emergency AWS STS may be down as well. The ARN is then unknown, and DynamoDB decides
    /// whether the caller may write.
    func caller(of plan: Plan, _ tables: [DeclarationTable]) throws(ExitStatus) -> String? {
        var failure: AWS.Failure?
        for table in tables {
            let identity: STS.Identity
            do throws(AWS.Failure) {
                identity = try table.client.send(
                    STS.getCallerIdentity(),
                    before: table.client.world.deadline(after: .seconds(10)))
            } catch {
                guard !error.isMissingCredentials else {
                    self.error(error)
                    throw .failure
                }
                failure = error
                continue
            }
            guard identity.account == plan.emergencyAccount else {
                error(
                    "\(identity.arn) is in account \(identity.account), and the state tables are "
                        + "in \(plan.emergencyAccount)\n"
                        + "hint: sign in to the emergency access account, or use --profile")
                throw .failure
            }
            return identity.arn
        }
        if let failure { note("could not find out whose credentials these are: \(failure)") }
        return nil
    }

    /// Does something in each Region; reports what failed where, and that it can be repeated.
    /// - Returns: the exit status.
    func each(
        _ tables: [DeclarationTable], repeating words: String,
        _ act: (DeclarationTable) throws(AWS.Failure) -> Void
    ) -> ExitStatus {
        var failed: [String] = []
        for table in tables {
            do throws(AWS.Failure) {
                try act(table)
            } catch {
                self.error("\(table.region): \(error)")
                failed.append(table.region)
            }
        }
        guard !failed.isEmpty else { return .fine }
        note("\(failed.joined(separator: " and ")) did not answer: \(words)")
        return .failure
    }
}

extension AWS.Failure {
    /// Whether there are no credentials: the other Region would fail as well.
    fileprivate var isMissingCredentials: Bool {
        guard case .credentials = self else { return false }
        return true
    }
}

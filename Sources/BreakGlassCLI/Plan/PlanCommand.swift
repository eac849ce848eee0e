import AccessPlan
import ArgumentParser
import Deployment
import Templates

/// `breakglass plan`: everything about the plan file.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Write, check and use the plan.",
        subcommands: [
            Init.self, Validate.self, Show.self, Picture.self, IdP.self, Compile.self,
            Templates.self,
        ])

    /// `breakglass plan validate`.
    struct Validate: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "List everything that is wrong with a plan.")

        @Argument(help: "The plan: YAML or JSON; - is standard input.")
        var plan: String

        @Option(help: "A file of answers that first-contact wrote.")
        var answers: String?

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            var contact: ContactFile?
            if let answers {
                contact = terminal.contact(at: answers)
                guard contact != nil else { return .failure }
            }
            guard let read = terminal.plan(at: plan, warns: true, contact: contact) else {
                return .failure
            }
            do {
                _ = try PlanAttachments(of: read, beside: plan)
            } catch {
                terminal.error("\(error)\nhint: the plan names it: put it next to the plan")
                return .failure
            }
            terminal.print("\(plan): \(read.summary)")
            (read.mapping.remarks + read.guardRemarks).forEach { terminal.note($0) }
            if let missing = read.missingGuardrail { terminal.note(missing) }
            if let contact { terminal.show(contact) }
            return .fine
        }
    }

    /// `breakglass plan compile`.
    struct Compile: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the plan.json that is packed into the functions.",
            discussion: """
                It is the whole plan, including the policy files next to it. The same plan gives the \
                same bytes.
                """)

        /// Before there was one file for all functions, this printed drift-checker's.
        @Flag(help: .hidden)
        var checker = false

        @Argument(help: "The plan: YAML or JSON; - is standard input.")
        var plan: String

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            guard !checker else {
                terminal.error(
                    "--checker and checker-plan.json do not exist any more\n"
                        + "hint: leave --checker out: plan.json is the whole plan, for every function"
                )
                return .failure
            }
            guard let whole = terminal.wholePlan(at: plan) else { return .failure }
            terminal.print(whole.json)
            return .fine
        }
    }
}

extension Terminal {
    /// The plan in a file; `nil` after saying what is wrong with it.
    /// - Parameters:
    ///   - path: the file; `-` is standard input.
    ///   - warns: whether to say as well what may be wrong.
    ///   - contact: what real accounts told about limits.
    /// - Returns: the plan.
    func plan(at path: String, warns: Bool = false, contact: ContactFile? = nil) -> Plan? {
        do {
            let (plan, warnings) = try PlanFile(path: path).read()
            if warns { warnings.forEach { note($0.description) } }
            return plan
        } catch let problems as PlanProblems {
            for problem in problems.all {
                let known = contact?.findings(about: "\(problem)") ?? []
                error((["\(problem)"] + known.map { "hint: \($0)" }).joined(separator: "\n"))
            }
        } catch {
            self.error("\(error)")
        }
        return nil
    }
}

extension Plan {
    /// One line that shows how the plan was understood.
    fileprivate var summary: String {
        func count(_ number: Int, _ noun: String) -> String {
            "\(number) \(noun)\(number == 1 ? "" : "s")"
        }
        return [
            count(accounts.count, "account"), count(roles.count, "role"),
            count(breakGlassUsers.count, "break-glass user"),
            count(guarded.count, "further resource") + " to watch",
            count(subscribers.count, "subscriber"),
        ].joined(separator: ", ")
    }
}

import AccessPlan
import ArgumentParser
import Deployment
import Rollout
import System
import Time

/// `breakglass first-contact`: asks real accounts what documentation does not tell.
struct FirstContactCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "first-contact",
        abstract: "Find out in a real account what AWS's documentation does not tell.",
        discussion: """
            Asks each open question about how AWS behaves, and writes a dated file of answers, which \
            "plan validate --answers" and "deploy --answers" show. Most questions only read. The others \
            say what they will make, ask, and remove it again, also after a fault or Ctrl-C; run it \
            again if it was killed. This was never run in a real account so far.
            Exit status: 0 every question is answered, 2 one is open.
            """)

    @Argument(help: "The plan: YAML or JSON; - is standard input.")
    var plan: String?

    @OptionGroup var sites: SiteOptions

    @Flag(help: "List the questions. Needs neither plan nor AWS.")
    var list = false

    @Flag(help: "Do not ask before a write.")
    var yes = false

    @Flag(help: "Leave out the questions that write.")
    var readOnly = false

    @Option(parsing: .upToNextOption, help: "Ask only these questions, by id.")
    var only: [String] = []

    @Option(help: "The file of answers; first-contact-DATE.json by default.")
    var output: String?

    @Option(help: "How many seconds to wait for CloudTrail.")
    var within = 900

    mutating func validate() throws {
        guard list || plan != nil else {
            throw ValidationError(
                "the plan is missing\nhint: first-contact plan.yaml, or first-contact --list")
        }
        guard within > 0 else { throw ValidationError("--within must be at least 1 second") }
        for id in only where ContactQuestion(rawValue: id) == nil {
            let near = Spelling.nearest(to: id, in: ContactQuestion.allCases.map(\.rawValue))
            throw ValidationError(
                "question \"\(id)\" does not exist\nhint: "
                    + (near.map { "did you mean \"\($0)\"?" } ?? "first-contact --list shows them"))
        }
    }

    mutating func run(_ terminal: Terminal) -> ExitStatus {
        guard !list else {
            questions.forEach { $0.lines.forEach(terminal.print) }
            return .fine
        }
        guard let path = plan, let plan = terminal.plan(at: path) else { return .failure }
        let (questions, signIn, within) = (questions, sites.signIn, within)
        let agrees = consent(terminal)
        let narrator = terminal.narrator(isJSON: false)
        let result = Interruptible.wait(onInterrupt: {
            terminal.note(
                "stopping: what was created is removed first. Press Ctrl-C again to end now")
        }) {
            await Self.ask(
                plan, signIn, questions, narrator, .seconds(within), agrees: agrees)
        }
        switch result {
        case .failure(let obstacle):
            terminal.error(obstacle)
            return .failure
        case .success(let file):
            let name = output ?? "first-contact-\(file.asked.prefix(10)).json"
            guard terminal.deliver(file.json, to: name == "-" ? nil : name) else { return .failure }
            terminal.note(file.summary + (name == "-" ? "" : ": \(name)"))
            let isComplete =
                file.answers.count == questions.count
                && file.answers.allSatisfy { $0.answer != nil && $0.leftovers.isEmpty }
            return isComplete ? .fine : .failure
        }
    }

    private var questions: [ContactQuestion] {
        ContactQuestion.allCases.filter { question in
            if case .writes = question.way, readOnly { return false }
            return only.isEmpty || only.contains(question.rawValue)
        }
    }

    /// Asks on the terminal before a write; without one and without `--yes` nothing is written.
    private func consent(_ terminal: Terminal) -> @Sendable (ContactQuestion) async -> Bool {
        guard !yes else { return { _ in true } }
        return { _ in terminal.ask("Go ahead? [y/N] ")?.lowercased().hasPrefix("y") ?? false }
    }

    private static func ask(
        _ plan: Plan, _ signIn: Sites.Options, _ questions: [ContactQuestion],
        _ narrator: Narrator, _ patience: Duration,
        agrees: @escaping @Sendable (ContactQuestion) async -> Bool
    ) async -> Result<ContactFile, Obstacle> {
        do throws(Obstacle) {
            let sites = try await Sites.signIn(plan, signIn)
            let contact = FirstContact(
                plan, sites, narrator: narrator, patience: patience, agrees: agrees)
            return .success(await contact.run(questions))
        } catch {
            return .failure(error)
        }
    }
}

extension ContactQuestion {
    /// The question for people: what, why, how.
    fileprivate var lines: [String] {
        let how =
            switch way {
            case .reads(let what): "reads: \(what)"
            case .writes(let what): "WRITES: \(what)"
            case .person(let what): "a person: \(what)"
            }
        return ["\(rawValue): \(text)", "  \(why)", "  \(how)"]
    }
}

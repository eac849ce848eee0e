import AWSClient
package import AccessPlan
package import Deployment
import System
import Time

/// Asks real accounts what only they can tell. Says before each write what it will do, and undoes it.
package struct FirstContact: Sendable {
    let plan: Plan
    let sites: Sites
    let narrator: Narrator
    let patience: Duration
    let agrees: @Sendable (ContactQuestion) async -> Bool

    /// Prepares a contact.
    /// - Parameters:
    ///   - plan: what is deployed, or will be.
    ///   - sites: the accounts that there are credentials for.
    ///   - narrator: told what is being asked.
    ///   - patience: how long to wait for CloudTrail.
    ///   - agrees: asked before each question that writes, after it was said what is done.
    package init(
        _ plan: Plan, _ sites: Sites, narrator: Narrator, patience: Duration = .seconds(900),
        agrees: @escaping @Sendable (ContactQuestion) async -> Bool
    ) {
        self.plan = plan
        self.sites = sites
        self.narrator = narrator
        self.patience = patience
        self.agrees = agrees
    }

    /// What one question found.
    struct Outcome: Sendable {
        var answer: String?
        var reason: String?
        var evidence: [String] = []
        var leftovers: [String] = []

        static func open(_ reason: String, _ evidence: [String] = []) -> Outcome {
            Outcome(reason: reason, evidence: evidence)
        }

        static func found(_ answer: String, _ evidence: [String]) -> Outcome {
            Outcome(answer: answer, evidence: evidence)
        }
    }

    var home: String { plan.regions.home }
    var emergency: Site { sites.emergency }

    /// Asks questions, one after the other. Ends early where the task is canceled; what was made is
    /// removed even then.
    /// - Parameter questions: which ones.
    /// - Returns: an answer to each that was reached.
    package func run(_ questions: [ContactQuestion]) async -> ContactFile {
        var answers: [ContactAnswer] = []
        for question in questions where !Task.isCancelled {
            narrator.say("\(question.rawValue): \(question.text)")
            let outcome = await outcome(of: question)
            narrator.progress("")
            narrator.say("  " + (outcome.answer ?? "open: \(outcome.reason ?? "")"))
            for leftover in outcome.leftovers { narrator.note(leftover) }
            var answer = ContactAnswer(
                question, answer: outcome.answer, reason: outcome.reason,
                evidence: outcome.evidence, asked: moment, account: emergency.account, region: home)
            answer.leftovers = outcome.leftovers
            answers.append(answer)
        }
        return ContactFile(asked: moment, answers: answers)
    }

    private var moment: String { emergency.client.world.now().iso8601 }

    private func outcome(of question: ContactQuestion) async -> Outcome {
        switch question.way {
        case .reads: break
        case .person(let what): return .open(what)
        case .writes(let what):
            narrator.say("  \(what)")
            guard await agrees(question) else { return .open("nobody agreed to the write") }
        }
        switch question {
        case .busSourceARN, .readOnlyEvents: return await arrivedCanaries(question)
        case .testedComplexity: return await testedComplexity()
        case .ruleComplexity: return await ruleComplexity()
        case .topicPolicy: return await topicPolicy()
        case .deniedAssumeRole: return await deniedAssumeRole()
        case .switchRole: return await switchRole()
        case .eventBridgeKMS: return await eventBridgeKMS()
        case .identityCenterApplication: return await identityCenterApplication()
        case .emailDelay: return .open("only a person can tell")
        }
    }
}

extension AWS.Failure {
    /// Its first line: the fact without the hint.
    var fact: String { "\(self)".split(separator: "\n").first.map(String.init) ?? "" }
}

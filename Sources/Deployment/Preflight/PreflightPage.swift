public import AccessPlan
import Text

/// All answers, for a person or a program.
public struct PreflightPage: Sendable {
    /// The schema of ``json``.
    public static let schema = "breakglass.preflight/1"

    /// The answers, account by account, each account's in the order of the questions.
    public let answers: [PreflightAnswer]

    private let names: [String: String]

    /// Makes a page.
    /// - Parameters:
    ///   - answers: in any order.
    ///   - plan: knows the accounts' names.
    public init(_ answers: [PreflightAnswer], plan: Plan) {
        var names = Dictionary(plan.accounts.map { ($0.id, $0.name) }) { first, _ in first }
        if names[plan.emergencyAccount] == nil {
            names[plan.emergencyAccount] = "emergency access account"
        }
        self.names = names
        let accounts = [plan.emergencyAccount] + answers.compactMap(\.account)
        let order = Dictionary(accounts.enumerated().map { ($1, $0) }) { first, _ in first }
        func key(_ answer: PreflightAnswer) -> (Int, Int, String) {
            (
                answer.account.flatMap { order[$0] } ?? .max,
                PreflightQuestion.allCases.firstIndex(of: answer.question) ?? 0,
                answer.region ?? ""
            )
        }
        self.answers = answers.sorted { key($0) < key($1) }
    }

    /// Whether something makes a deployment impossible.
    public var stops: Bool { answers.contains(where: \.stops) }

    /// How many answers have this verdict.
    public func count(_ verdict: PreflightAnswer.Verdict) -> Int {
        answers.count { $0.verdict == verdict }
    }

    /// One line that sums up: "12 yes, 1 no, 2 unknown".
    public var summary: String {
        PreflightAnswer.Verdict.allCases.compactMap { verdict in
            let count = count(verdict)
            return count == 0 ? nil : "\(count) \(verdict.rawValue)"
        }.joined(separator: ", ")
    }

    /// The lines for people. Equal answers of several Regions are one line, and so are accounts of which
    /// nothing is known but that their Regions get rules.
    public var lines: [String] {
        let quiet = quietAccounts
        var lines = lines(of: self.groups.filter { !quiet.contains($0[0].account ?? "") })
        let facts = answers.filter { quiet.contains($0.account ?? "") }
        let groups = Dictionary(grouping: facts, by: \.fact).sorted { $0.key < $1.key }
        for answers in groups.map(\.value) {
            let whose = answers.compactMap(\.account).map { names[$0] ?? $0 }
            lines += ["", "\(whose.count) further accounts (\(Self.few(whose)))"]
            lines += self.lines(of: [[answers[0]]]).dropFirst()
        }
        return lines
    }

    /// The accounts without credentials that are in order, if there are several.
    private var quietAccounts: Set<String> {
        let accounts = Dictionary(grouping: answers) { $0.account ?? "" }.filter { _, answers in
            answers.count == 1 && answers[0].question == .regions && answers[0].verdict == .yes
        }
        return accounts.count > 1 ? Set(accounts.keys) : []
    }

    /// The lines about what is in the way, or could not be asked.
    public var open: [String] {
        lines(of: groups.filter { [.no, .unknown].contains($0[0].verdict) })
    }

    private func lines(of groups: [[PreflightAnswer]]) -> [String] {
        var lines: [String] = []
        var last: PreflightAnswer?
        for group in groups {
            let answer = group[0]
            if last == nil || last?.account != answer.account {
                if !lines.isEmpty { lines.append("") }
                lines.append(heading(answer.account))
                last = nil
            }
            let regions = group.compactMap(\.region)
            let place = regions.isEmpty ? "" : Self.few(regions) + ": "
            let word = answer.verdict == .no ? "NO" : answer.verdict.rawValue
            if last?.question != answer.question || last?.verdict != answer.verdict {
                lines.append("  \(word.padded(to: 10))  \(answer.question.title)")
            }
            last = answer
            lines.append("              \(place)\(answer.fact)")
            if let remedy = answer.remedy { lines.append("              -> \(remedy)") }
        }
        return lines
    }

    /// The answers as a document of the schema `breakglass.preflight/1`.
    public var json: [UInt8] {
        var out = JSONWriter(capacity: 4096, indentation: 1)
        out.openObject()
        out.key("schema")
        out.value(Self.schema)
        out.key("stops")
        out.value(stops)
        out.key("answers")
        out.openArray()
        for answer in answers {
            out.openObject()
            let members: [(String, String?)] = [
                ("question", answer.question.rawValue), ("title", answer.question.title),
                ("account", answer.account), ("region", answer.region),
                ("verdict", answer.verdict.rawValue), ("fact", answer.fact),
                ("remedy", answer.remedy),
            ]
            for case (let name, let text?) in members {
                out.key(name)
                out.value(text)
            }
            out.key("stops")
            out.value(answer.stops)
            out.closeObject()
        }
        out.closeArray()
        out.closeObject()
        return out.bytes
    }

    /// Answers that differ in the Region alone.
    private var groups: [[PreflightAnswer]] {
        var groups: [[PreflightAnswer]] = []
        for answer in answers {
            let same = groups.lastIndex { group in
                let first = group[0]
                return first.region != nil && answer.region != nil
                    && first.question == answer.question && first.account == answer.account
                    && first.verdict == answer.verdict && first.fact == answer.fact
                    && first.remedy == answer.remedy
            }
            if let same {
                groups[same].append(answer)
            } else {
                groups.append([answer])
            }
        }
        return groups
    }

    private func heading(_ account: String?) -> String {
        guard let account else { return "organization" }
        return "account \(account)" + (names[account].map { " (\($0))" } ?? "")
    }

    private static func few(_ names: [String]) -> String {
        let shown = names.prefix(3).joined(separator: ", ")
        return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

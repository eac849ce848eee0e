import AccessPlan
import ArgumentParser
import Checks
import Reports

/// `breakglass check`: the nightly check, now and from here.
struct CheckCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Ask whether emergency access is shut, ready and heard.",
        discussion: """
            Runs the code of the nightly check with your own credentials and tells only you: no \
            alert is sent, nothing is kept. Each account is read by a role that these credentials \
            may take (--role). Exit status: 0 as planned, 1 drift found, 2 something could not be \
            checked.
            """)

    @Option(help: "The plan: YAML or JSON; - is standard input.")
    var plan: String?

    @Option(parsing: .upToNextOption, help: "Only these checks, by their ids.")
    var only: [String] = []

    @Option(help: "How to write the report.")
    var format = CheckFormat.text

    @Option(help: "A file to write the report to.")
    var output: String?

    @Flag(help: "Show the checks instead; text or json, needs neither plan nor AWS.")
    var list = false

    @Option(help: "The profile of AWS's tools whose credentials are used.")
    var profile: String?

    @Option(help: "The role to take in each account.")
    var role = AlertPathNames.auditRole

    @Option(help: "How long to look, in seconds; what was not reached by then is not checked.")
    var within = 600

    mutating func validate() throws {
        guard list || plan != nil else {
            throw ValidationError(
                "--plan is missing\nhint: check --plan plan.yaml, or check --list")
        }
        guard !list || format == .text || format == .json else {
            throw ValidationError("the catalogue is written as text or json")
        }
        guard within > 0 else { throw ValidationError("--within takes seconds, at least 1") }
        for id in only where DriftCheck.named(id) == nil {
            let near = Spelling.nearest(to: id, in: DriftCheck.all.map(\.id))
            throw ValidationError(
                "there is no check \"\(id)\"\nhint: "
                    + (near.map { "did you mean \"\($0)\"?" } ?? "breakglass check --list"))
        }
    }

    mutating func run(_ terminal: Terminal) -> ExitStatus {
        let checks = DriftCheck.all.filter { only.isEmpty || only.contains($0.id) }
        if list {
            let catalogue = Catalogue(checks: checks)
            let bytes = format == .json ? catalogue.json : Array(catalogue.text.utf8)
            return terminal.deliver(bytes, to: output) ? .fine : .failure
        }
        guard let path = plan, let plan = terminal.wholePlan(at: path) else { return .failure }
        for check in checks where !only.isEmpty && !check.applies(plan) {
            terminal.note("\(check.id) has nothing to look at in this plan")
        }
        let look = Look(plan: plan, profile: profile, role: role, time: .seconds(within))
        guard let snapshot = look.snapshot(terminal) else { return .failure }
        let report = Report(of: snapshot, plan: plan, checks: checks)
        guard terminal.deliver(format.writing(of: report), to: output) else { return .failure }
        if !report.outcomes(.drifted).isEmpty { return .drift }
        return report.outcomes(.notChecked).isEmpty ? .fine : .failure
    }
}

extension Terminal {
    /// The plan in a file with the policies that lie beside it; `nil` after saying what is wrong.
    func wholePlan(at path: String) -> Plan? {
        guard var plan = plan(at: path) else { return nil }
        do throws(CommandError) {
            plan.policyTexts = try plan.policyTexts(beside: path)
            return plan
        } catch {
            self.error("\(error)\nhint: the plan names it: put it next to the plan")
            return nil
        }
    }

    /// Writes a result to a file, or prints it; `false` after saying why the file cannot be written.
    func deliver(_ bytes: [UInt8], to path: String?) -> Bool {
        guard let path else {
            print(bytes)
            return true
        }
        do throws(CommandError) {
            try FileBytes.write(bytes + [UInt8(ascii: "\n")], to: path)
            return true
        } catch {
            self.error(error)
            return false
        }
    }
}

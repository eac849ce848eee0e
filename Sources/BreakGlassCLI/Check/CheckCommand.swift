import AccessPlan
import ArgumentParser
import Checks
import Reports

/// `breakglass check`: the nightly check, run by a person.
struct CheckCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check whether emergency access is closed, ready and monitored.",
        discussion: """
            Runs the code of the nightly check with your own credentials and prints the report. \
            It sends no alert and stores nothing. It assumes a role in each account (--role), which \
            the plan's auditors may (administrators: auditors). \
            Exit status: 0 as planned, 1 drift found, 2 something could not be checked.
            """)

    @Option(help: "The plan: YAML or JSON; - is standard input.")
    var plan: String?

    @Option(parsing: .upToNextOption, help: "Run only these checks, by id.")
    var only: [String] = []

    @Option(help: "How to write the report.")
    var format = CheckFormat.text

    @Option(help: "A file to write the report to.")
    var output: String?

    @Flag(help: "List the checks, as text or json. Needs neither plan nor AWS.")
    var list = false

    @Option(help: "The AWS profile to use.")
    var profile: String?

    @Option(help: "The role to assume in each account.")
    var role = AlertPathNames.auditRole

    @Option(help: "The time limit in seconds. What is not read by then is reported as not checked.")
    var within = 600

    mutating func validate() throws {
        guard list || plan != nil else {
            throw ValidationError(
                "--plan is missing\nhint: check --plan plan.yaml, or check --list")
        }
        guard !list || format == .text || format == .json else {
            throw ValidationError("--list writes text or json only")
        }
        guard within > 0 else { throw ValidationError("--within must be at least 1 second") }
        for id in only where DriftCheck.named(id) == nil {
            let near = Spelling.nearest(to: id, in: DriftCheck.all.map(\.id))
            throw ValidationError(
                "check \"\(id)\" does not exist\nhint: "
                    + (near.map { "did you mean \"\($0)\"?" }
                        ?? "breakglass check --list shows the checks"))
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
            terminal.note("\(check.id) does not apply to this plan")
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
    /// The plan in a file, with the policies in the same folder; `nil` after reporting what is wrong.
    func wholePlan(at path: String, warns: Bool = false) -> Plan? {
        guard var plan = plan(at: path, warns: warns) else { return nil }
        do throws(CommandError) {
            plan.policyTexts = try plan.policyTexts(beside: path)
            return plan
        } catch {
            self.error("\(error)\nhint: the plan names it: put it next to the plan")
            return nil
        }
    }

    /// Writes a result to a file, or prints it; `false` after reporting why the file cannot be written.
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

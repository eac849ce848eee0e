import AccessPlan
import Deployment
import Rollout

/// A removal as a person sees it: find, show, ask, do, say what is left.
struct DestroyPhases: Sendable {
    let command: DestroyCommand
    let plan: Plan
    let terminal: Terminal

    /// Takes everything down.
    func run() async -> ExitStatus {
        do throws(Obstacles) {
            let removal = try await Removal(
                plan, command.options, terminal.narrator(isJSON: false))
            let found = try await removal.look()
            show(found)
            if let refused = agree() { return refused }
            tell(try await removal.execute(found))
            return .fine
        } catch {
            terminal.report(error.afterCancellation)
            terminal.note(
                "not everything was deleted; run the same command again: it goes on where it stopped"
            )
            return .failure
        }
    }

    private func show(_ found: Removal.Found) {
        terminal.print("What will be deleted:")
        let lines = found.table.lines
        if lines.isEmpty {
            terminal.print("nothing: there is nothing of ours")
        }
        lines.forEach(terminal.print)
        list("What stays:", found.stays)
        found.notes.forEach { terminal.note($0) }
    }

    /// Asks for the account's id.
    /// - Returns: the exit status where nothing is to be deleted.
    private func agree() -> ExitStatus? {
        if command.yes { return nil }
        let typed =
            terminal.ask("Type the emergency access account's id to delete this: ")
        guard let typed else {
            terminal.error(
                "nobody is there to ask\nhint: --yes --account \(plan.emergencyAccount) goes ahead "
                    + "without asking")
            return .usage
        }
        guard typed == plan.emergencyAccount else {
            terminal.error(DestroyCommand.wrong(typed, plan))
            return .usage
        }
        return nil
    }

    private func tell(_ left: Removal.Found) {
        terminal.print("")
        list(
            left.stays.isEmpty ? "Nothing of ours is left." : "Nothing of ours is left but:",
            left.stays, always: true)
        left.notes.forEach { terminal.note($0) }
        if !command.withEvidence, !left.table.stacks.isEmpty {
            terminal.print("--with-evidence deletes the evidence.")
        }
        list("What people must do now:", left.table.people)
    }

    private func list(_ heading: String, _ lines: [String], always: Bool = false) {
        guard always || !lines.isEmpty else { return }
        if !always { terminal.print("") }
        terminal.print(heading)
        lines.forEach { terminal.print("  \($0)") }
    }
}

import AWSClient
import AccessPlan
import ArgumentParser
import State
import System

extension EmergencyCommand {
    /// `breakglass emergency show`.
    struct Show: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the declaration in each Region.")

        @OptionGroup var place: Place

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            place.run(terminal) { plan in
                let tables = try place.tables(of: plan)
                _ = try terminal.caller(of: plan, tables)
                let now = Int(Moment.now.seconds)
                var seen: [Declaration?] = []
                let status = terminal.each(tables, repeating: "what is declared there is unknown") {
                    table throws(AWS.Failure) in
                    let standing = try table.state.standing(deadline: .never)
                    seen.append(standing)
                    terminal.print("\(table.region): \(standing?.text(now: now) ?? "nothing")")
                }
                if Set(seen).count > 1 {
                    terminal.note("the Regions differ: run the same open or close command again")
                }
                return status
            }
        }
    }
}

extension Declaration {
    /// One line with the declaration, and one with what it covers.
    fileprivate func text(now: Int) -> String {
        let who = people.isEmpty ? "anybody" : people.sorted().joined(separator: ", ")
        let places = accounts.isEmpty ? "every account" : accounts.sorted().joined(separator: ", ")
        let over = closing == nil && expires <= now ? "EXPIRED: no use is expected any more. " : ""
        return "\(summary)\n  \(over)covers \(who) in \(places)"
    }
}

import AWSClient
import AccessPlan
import ArgumentParser
import Redelivery
import State
import System
import Time

/// `breakglass replay`: sends the events of a time again, and tells what was not told.
struct ReplayCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Replay a time from the hub's archive; only what was not told is told.",
        discussion: """
            Starts a replay of the archive to the hub's bus, for the rule of the enricher alone, waits \
            until it is over, and counts by ledger and outbox: how many were told now, were told \
            before, are not due, and are still not told. The outbox remembers \
            \(AlertTrace.memoryDays) days: an older time would be told again, and is refused. The replay \
            itself raises an alert, because it is a call to the bus.
            Exit status: 0 every due event is told, 2 some are not or that is not known, 64 wrong usage.
            """)

    @OptionGroup var options: HubOptions

    @Option(help: "The first moment, e.g. 2026-07-01T12:00:00Z.")
    var from: Moment

    @Option(help: "The last moment.")
    var to: Moment

    mutating func validate() throws {
        guard from.seconds < to.seconds else {
            throw ValidationError("--from must be before --to")
        }
    }

    mutating func run(_ terminal: Terminal) -> ExitStatus {
        let now = Moment.now.seconds
        let span = Replaying.Span(start: Int(from.seconds), end: Int(to.seconds))
        if let refusal = Self.refusal(of: span, now: Int(now)) {
            terminal.error(refusal)
            return .usage
        }
        if now - to.seconds < 600 {
            terminal.note("the archive has an event up to ten minutes after the bus got it")
        }
        return options.run(terminal) { (plan, hubs) throws(AWS.Failure) in
            let region = options.region ?? plan.regions.home
            guard let client = hubs.clients.first(where: { $0.region == region }) else {
                return .failure
            }
            let replaying = Replaying(plan: plan, client: client, hubs: hubs)
            let before = terminal.balance(of: replaying, span)
            terminal.print(Self.announcement(before, span, region))
            if let answer = terminal.goesAhead(options) { return answer }
            let name = "breakglass-\(client.world.now().basic)"
            let state = try replaying.run(span, name: name) { terminal.progress("replay \($0)") }
            terminal.progress("")
            guard state == "COMPLETED" else {
                terminal.error("replay \(name) in \(region) is not complete: \(state)")
                return .failure
            }
            guard let before else {
                terminal.note("the replay is complete; what was told is not known, see above")
                return .failure
            }
            return Self.tell(try replaying.settled(before), terminal)
        }
    }

    /// Why a time is not replayed.
    static func refusal(of span: Replaying.Span, now: Int) -> String? {
        if span.end > now { return "--to is in the future" }
        guard now - span.start > (AlertTrace.memoryDays - 1) * 86_400 else { return nil }
        return
            "--from is more than \(AlertTrace.memoryDays - 1) days ago: the outbox forgets after "
            + "\(AlertTrace.memoryDays) days, so older alerts would be told again\n"
            + "hint: read older events in the ledger or in CloudTrail"
    }

    private static func announcement(
        _ balance: Replaying.Balance?, _ span: Replaying.Span, _ region: String
    ) -> String {
        let (start, end) = (span.start, span.end)
        let times = [start, end].map { Timestamp(secondsSince1970: Int64($0)).iso8601 }
        let what = "replay \(times[0]) to \(times[1]) from the archive in \(region)"
        guard let balance else { return what }
        return what + ": \(balance.untold.count) due and not told, \(balance.before) told before, "
            + "\(balance.notDue) not due"
    }

    /// Prints what came of it.
    static func tell(_ balance: Replaying.Balance, _ terminal: Terminal) -> ExitStatus {
        terminal.print(
            "\(balance.now) told now, \(balance.before) told before, \(balance.notDue) not due, "
                + "\(balance.untold.count) not told")
        for (id, words) in balance.untold.sorted(by: { $0.key < $1.key }) {
            terminal.print("not told: \(id), \(words)")
        }
        if !balance.isWhole {
            terminal.error("the ledger was not read to its end: there may be more")
        }
        guard !balance.untold.isEmpty else { return balance.isWhole ? .fine : .failure }
        terminal.note("look into the failure queues: breakglass redrive tells what lies there")
        return .failure
    }
}

extension Terminal {
    /// What ledger and outbox say; says why they could not be read.
    fileprivate func balance(
        of replaying: Replaying, _ span: Replaying.Span
    ) -> Replaying.Balance? {
        do throws(AWS.Failure) {
            return try replaying.balance(of: span)
        } catch {
            self.error("what is due and what was told is not known: \(error)")
            return nil
        }
    }
}

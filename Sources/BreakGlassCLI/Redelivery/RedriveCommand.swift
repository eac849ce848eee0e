import AWSClient
import AccessPlan
import ArgumentParser
import Redelivery

/// `breakglass redrive`: tells the alerts whose records lie in the failure queues.
struct RedriveCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "redrive",
        abstract: "Tell the alerts whose records lie in the failure queues.",
        discussion: """
            Takes the records of each failure queue of each hub, hands each to the function that failed, \
            and says what became of it: told now, told before, not due, or still failing and why. A \
            record is deleted only after the outbox says that its alert was sent, or the enricher \
            that it is not due. Repair what failed first; run it as often as you like: what was told \
            is not told again.
            Exit status: 0 no record is left, 2 some are or a queue could not be read, 64 wrong usage.
            """)

    @OptionGroup var options: HubOptions

    @Option(
        parsing: .singleValue,
        help:
            "One queue, again for more; all of them by default: \(Redrive.queues.joined(separator: ", "))."
    )
    var queue: [String] = []

    mutating func validate() throws {
        for name in queue where !Redrive.queues.contains(name) {
            throw ValidationError(
                "\"\(name)\" is not a failure queue of alerts: use "
                    + Redrive.queues.joined(separator: ", "))
        }
    }

    mutating func run(_ terminal: Terminal) -> ExitStatus {
        options.run(terminal) { (_, hubs) throws(AWS.Failure) in
            let redrive = Redrive(hubs)
            var status = ExitStatus.fine
            var waiting: [(AWS.Client, String)] = []
            for client in hubs.clients where options.means(client) {
                for name in queue.isEmpty ? Redrive.queues : queue {
                    switch redrive.counted(name, client) {
                    case .success(let count):
                        terminal.print("\(name) in \(client.region): \(Self.words(count))")
                        if count ?? 0 > 0 { waiting.append((client, name)) }
                    case .failure(let failure):
                        terminal.error("\(name) in \(client.region): \(failure)")
                        status = .failure
                    }
                }
            }
            if waiting.isEmpty { return status }
            if let answer = terminal.goesAhead(options) { return answer }
            for (client, name) in waiting where !drain(name, client, redrive, terminal) {
                status = .failure
            }
            return status
        }
    }

    /// Whether nothing is left.
    private func drain(
        _ name: String, _ client: AWS.Client, _ redrive: Redrive, _ terminal: Terminal
    ) -> Bool {
        var (gone, left) = (0, 0)
        do throws(AWS.Failure) {
            try redrive.run(name, client) { outcome in
                terminal.print("\(name) in \(client.region): \(outcome.what): \(outcome.fate)")
                if outcome.isDeleted {
                    gone += 1
                } else {
                    left += 1
                }
            }
        } catch {
            terminal.error("\(name) in \(client.region): \(error)")
            return false
        }
        terminal.note("\(name) in \(client.region): \(gone) done, \(left) left")
        return left == 0
    }

    private static func words(_ count: Int?) -> String {
        guard let count else { return "queue not found" }
        return count == 0 ? "empty" : "about \(count) record\(count == 1 ? "" : "s")"
    }
}

extension Redrive {
    /// How much is in a queue, or why that is not known.
    fileprivate func counted(
        _ queue: String, _ client: AWS.Client
    ) -> Result<Int?, AWS.Failure> {
        do throws(AWS.Failure) {
            return .success(try count(queue, client))
        } catch {
            return .failure(error)
        }
    }
}

import AWSClient
import AccessPlan
import System
import Time

/// Reads the queue behind the topic.
///
/// Another deployment may listen at the same time: what is not ours becomes visible to it again after
/// ten seconds. Only what is too old for any deployment is deleted with what is ours.
struct CanaryListener: Sendable {
    let site: Site
    let home: String
    let url: String
    let run: String
    let ledger: HearingLedger
    let narrator: Narrator
    let deadline: Deadline

    /// How many readers there are: each gets ten messages a call at most.
    static let width = 6

    /// How long one call waits for messages.
    private static let wait = 5

    /// For how long others do not get what we took.
    private static let hidden = 10

    /// The age from which on nobody waits for a message, in milliseconds.
    private static let age: Int64 = 1_200_000

    /// Reads until there is nothing left to wait for, or no time.
    func listen() async {
        let world = site.client.world
        while !ledger.isOver, !deadline.hasPassed(in: world), !Task.isCancelled {
            let messages: [SQS.Message]
            do throws(AWS.Failure) {
                messages = try await receive()
            } catch {
                // Ctrl-C, or the others have heard everything.
                if Task.isCancelled { return }
                ledger.fail(Obstacle(error, at: site, home, AlertPathNames.canaryQueue))
                return
            }
            narrator.progress(ledger.line)
            if messages.isEmpty { await world.wait(.milliseconds(500)) }
        }
    }

    private func receive() async throws(AWS.Failure) -> [SQS.Message] {
        let messages = try await site.send(
            SQS.receiveMessages(url: url, wait: Self.wait, hidden: Self.hidden), in: home)
        let now = site.client.world.now().millisecondsSince1970
        var done: [String] = []
        for message in messages {
            let canary = CanaryMessage(message.body)
            if let canary, canary.run == run {
                ledger.hear(canary.place)
                done.append(message.receipt)
            } else if let sent = message.sentAt, now - sent > Self.age {
                done.append(message.receipt)
            }
        }
        // What could not be deleted comes again, and says the same.
        if !done.isEmpty {
            _ = try await site.send(SQS.deleteMessages(url: url, receipts: done), in: home)
        }
        return messages
    }
}

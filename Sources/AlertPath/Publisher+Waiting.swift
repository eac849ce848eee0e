import AWSClient
import Alerts
import Logging
import Outbox
import State
import System

extension Publisher {
    /// What to do with an alert about an act that another alert tells.
    enum Companion {
        /// SNS took the other one.
        case told
        /// The other one is about to be sent.
        case waits
        /// Nobody tells the other one.
        case speaks
    }

    /// For how many seconds a record waits.
    static let wait = 60

    /// For how many seconds a record waits for the first alert about its act: longer than sending that one
    /// takes. It has to be recorded as told with it before the standby hub speaks, where this alert may be
    /// the first: 60 seconds after it arrived, while home may be 45 seconds late.
    static let waitForFirst = 10

    /// How often a record is received from the waiting queue, before the alert is published whatever
    /// others are about to do.
    static let mostReceives = 5

    /// Looks what became of the first alert about an act.
    ///
    /// One that is told counts as sent: so the other Region, in which the order may be another one, does
    /// not tell it.
    func look(at first: String, _ alert: Due, _ run: Run) -> Companion {
        guard let table = tables.home ?? tables.own else { return .speaks }
        do throws(AWS.Failure) {
            guard let item = try table.alert(first, deadline: run.deadline) else {
                // Its own invocation may be about to begin.
                return (run.receives ?? 0) < 2 ? .waits : .speaks
            }
            if item.state == .sent {
                do throws(AWS.Failure) {
                    try table.markSent(
                        alert.id, because: "told with \(first)", taken: [], run.actor)
                } catch {
                    logger.error("alert not recorded", metadata: ["error": "\(error)"])
                }
                return .told
            }
            return item.isHeld(at: run.second) ? .waits : .speaks
        } catch {
            logger.error("state table did not answer", metadata: ["error": "\(error)"])
            if tables.home != nil { run.hasLostHome = true }
            return .speaks
        }
    }

    /// Lets a record wait.
    /// - Returns: that it waits; nil if it has waited long enough.
    /// - Throws: ``PublishError/busy(_:)`` where no queue takes it: Lambda repeats the invocation.
    func wait(
        _ record: [UInt8]?, _ alert: Due, _ run: Run, for seconds: Int = wait
    ) throws(PublishError) -> Result? {
        guard let record else { return .waiting }
        if let receives = run.receives { return receives < Self.mostReceives ? .waiting : nil }
        guard let queue else { throw .busy(alert.id) }
        do throws(AWS.Failure) {
            _ = try queue.client.send(
                SQS.sendMessage(
                    url: queue.url, body: String(decoding: record, as: UTF8.self),
                    delay: seconds),
                before: run.deadline.capped(by: .seconds(6), in: world))
            return .waiting
        } catch {
            logger.error("record not left in the queue", metadata: ["error": "\(error)"])
            throw .busy(alert.id)
        }
    }
}

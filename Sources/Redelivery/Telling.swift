import AWSClient
import AccessPlan
import Alerts
import Events
import System
import Text

/// Hands one failed record to the function that failed, and finds out what became of it.
struct Telling {
    /// The Region in which the record failed: its functions get it again.
    let client: AWS.Client
    let outbox: OutboxReader

    /// How long to look for the alert in the outbox: a digest comes within seconds, and what waits in
    /// the queue within a minute.
    static let pauses = [Duration](repeating: .seconds(3), count: 30)

    /// How long one invocation may take.
    private static let limit = Duration.seconds(60)

    /// What became of a record.
    func fate(of record: FailedRecord) -> (what: String, fate: Fate) {
        switch record.content {
        case .sweep: ("a run of the sweeper", .settled("nothing to tell: it runs every minute"))
        case .unreadable(let why): ("a record", .failing(why))
        case .event(let event): tell(event: event)
        case .result(let result, let function):
            tell(
                result: result, InvocationRecord(result).message ?? Message(decoding: result),
                by: function ?? AlertPathNames.publisher)
        }
    }

    /// The enricher reads the event again, and the publisher gets what it answers.
    private func tell(event: [UInt8]) -> (what: String, fate: Fate) {
        let name = AlertPathNames.enricher
        do throws(Refusal) {
            guard let json = JSON(event) else { throw Refusal("the event is not JSON") }
            let answer = try invoke(name, json)
            guard let body = JSON(answer), let message = Message(decoding: answer) else {
                throw Refusal("\(name) answers something that is no message")
            }
            let record: JSON = [
                "version": "1.0",
                "requestContext": [
                    "requestId": "redrive", "functionArn": .string(name), "condition": "Success",
                    "approximateInvokeCount": .number("1"),
                ],
                "requestPayload": json, "responseContext": ["statusCode": .number("200")],
                "responsePayload": body,
            ]
            return tell(
                result: Array(record.text.utf8), message, by: AlertPathNames.publisher)
        } catch {
            return (event.title, .failing(error.why))
        }
    }

    /// The publisher claims the alert: it tells only what was not told.
    private func tell(
        result: [UInt8], _ message: Message?, by function: String
    ) -> (what: String, fate: Fate) {
        guard let message, let json = JSON(result) else {
            return ("a record", .failing("it has no message"))
        }
        let title = message.title
        guard message.due else { return (title, .notDue) }
        do throws(Refusal) {
            if let id = message.id, let fate = try look(id, after: []).fateBefore {
                return (title, fate)
            }
            let answer = try invoke(function, json)
            return (title, try fate(of: message, after: JSON(answer)?["result"]?.string))
        } catch {
            return (title, .failing(error.why))
        }
    }

    /// Only the outbox proves that an alert was told.
    private func fate(of message: Message, after result: String?) throws(Refusal) -> Fate {
        switch result {
        case "not_due": return .notDue
        case "waits_in_story": return .counted
        case "folded": return .folded
        default: break
        }
        guard let id = message.id else {
            return result == "published"
                ? .settled("told now; it has no id, by which the outbox would know it")
                : .failing("it has no id, and the publisher answers \(result ?? "nothing known")")
        }
        // Whoever says that it is published has written that before.
        let pauses = result == "published" ? Self.pauses.prefix(2) : Self.pauses[...]
        switch try look(id, after: Array(pauses)) {
        case .told: return .toldNow
        case .folded: return .folded
        case .counted: return .counted
        case .waits(let why): return .failing(why)
        case .unknown:
            return .failing("no outbox has its alert, after \(result ?? "an unknown answer")")
        }
    }

    private func look(
        _ id: String, after pauses: [Duration]
    ) throws(Refusal) -> OutboxReader.Finding {
        do throws(AWS.Failure) {
            return try outbox.finding(id, after: pauses)
        } catch {
            throw Refusal("the outbox could not be read: \(error.line)")
        }
    }

    private func invoke(_ name: String, _ payload: JSON) throws(Refusal) -> [UInt8] {
        let answer: Lambda.Invocation
        do throws(AWS.Failure) {
            answer = try client.send(
                Lambda.invoke(name, payload: payload, within: Self.limit),
                before: client.world.deadline(after: .seconds(90)))
        } catch {
            throw Refusal("\(name) could not be invoked: \(error.line)")
        }
        guard answer.functionError != nil else { return answer.payload }
        let why = JSON(answer.payload)?["errorMessage"]?.string ?? "it does not say why"
        throw Refusal("\(name) failed: \(why.firstLine)")
    }
}

extension OutboxReader.Finding {
    /// What it means before anything was handed on; nil if it was not told.
    fileprivate var fateBefore: Fate? {
        switch self {
        case .told(let time): .toldBefore(time)
        case .folded: .folded
        case .counted: .counted
        case .waits, .unknown: nil
        }
    }
}

extension Fate {
    /// The alert about the same act tells it.
    static let folded = settled("told with the alert about the same act")

    /// The story of its session tells it.
    static let counted = settled("counted in the story of its session")
}

/// Why a record cannot be told.
struct Refusal: Error, Hashable {
    let why: String

    init(_ why: String) { self.why = why }
}

extension AWS.Failure {
    /// The failure in one line.
    var line: String { description.firstLine }
}

extension String {
    /// Without what follows the first line feed.
    var firstLine: String { String(prefix { $0 != "\n" }) }
}

extension Message {
    /// Id and subject.
    var title: String {
        [id, subject.isEmpty ? nil : snsSubject].compactMap(\.self).joined(separator: ", ")
    }
}

extension [UInt8] {
    /// What an event is called, where nobody reads it.
    var title: String {
        let event = JSON(self)
        let detail = event?["detail"] ?? event
        let words = [
            detail?["eventID"]?.string ?? event?["id"]?.string, detail?["eventName"]?.string,
        ]
        let known = words.compactMap(\.self)
        return known.isEmpty ? "an event" : known.joined(separator: ", ")
    }
}

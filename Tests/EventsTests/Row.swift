import Samples
import Testing

/// One line of a table: an event in words, the event, and whether it raises an alert.
struct Row: Sendable, CustomTestStringConvertible {
    let sentence: String
    let event: TestEvent
    let due: Bool

    var testDescription: String { sentence }

    static func due(_ sentence: String, _ event: TestEvent) -> Row {
        Row(sentence: sentence, event: event, due: true)
    }

    static func notDue(_ sentence: String, _ event: TestEvent) -> Row {
        Row(sentence: sentence, event: event, due: false)
    }
}

public import Alerts
import Text

/// One line of a hub's ledger, as an event: `LedgerForm` of `AccessPlan` says what is in it.
public struct LedgerLine: Sendable {
    /// The event, without the members that it does not have.
    let event: [UInt8]

    /// Reads a line.
    ///
    /// EventBridge writes an empty text for a member that the event does not have. A line that is not
    /// JSON, because a value has a quote in it, is kept as it is: then the reader reads as far as it
    /// goes, and takes it for due.
    /// - Parameter text: the message in the log.
    public init(_ text: String) {
        let bytes = Array(text.utf8)
        guard let line = JSON(bytes), let whole = line.withoutEmptyTexts else {
            event = bytes
            return
        }
        event = Array(whole.text.utf8)
    }
}

extension JSON {
    /// Without texts that are empty, and what consists of such alone.
    fileprivate var withoutEmptyTexts: JSON? {
        switch self {
        case .string(""): return nil
        case .array(let elements):
            let full = elements.compactMap(\.withoutEmptyTexts)
            return full.isEmpty ? nil : .array(full)
        case .object(let members):
            let full = members.compactMapValues(\.withoutEmptyTexts)
            return full.isEmpty ? nil : .object(full)
        default: return self
        }
    }
}

extension EventReader {
    /// Reads a line of the ledger into an alert, as the enricher reads the event.
    /// - Parameter line: of the ledger.
    /// - Returns: the alert; `due` is false if the event is not watched.
    public func alert(of line: LedgerLine) -> Alert { alert(from: line.event, now: 0) }
}

import Foundation
import Outbox
import Samples

/// The tables of docs/delivery.md that follow from the code.
enum TransitionPage {
    static let file = Golden.root.appendingPathComponent("docs/delivery.md")

    /// Every line of the table, in its order.
    static var transitions: String {
        let rows = Transition.all.map { line in
            let from = line.from.map { "`\($0)`" } ?? "no item"
            return "| \(from) | `\(line.act)` | \(line.condition.text) | `\(line.to)` |"
        }
        return (["| before | act | allowed | after |", "|---|---|---|---|"] + rows)
            .joined(separator: "\n")
    }

    /// How long each lease lasts.
    static var leases: String {
        """
        | lease | seconds |
        |---|---|
        | a claimed alert | \(Lease.claim) |
        | a folded alert | \(Lease.fold) |
        | the collector of a lane | \(Lease.collector) |
        | the longest that is believed | \(Lease.longest) |
        """
    }

    /// Puts a table between its comments: `<!-- transitions -->` and `<!-- end -->`.
    static func with(_ table: String, _ name: String, in page: String) -> String? {
        guard let start = page.range(of: "<!-- \(name) -->\n"),
            let end = page.range(of: "\n<!-- end -->", range: start.upperBound..<page.endIndex)
        else { return nil }
        return page.replacingCharacters(in: start.upperBound..<end.lowerBound, with: table)
    }
}

extension Transition.Guard {
    fileprivate var text: String {
        switch self {
        case .always: "to everybody"
        case .mine: "to the owner"
        case .leaseOver: "when the owner's lease is over"
        }
    }
}

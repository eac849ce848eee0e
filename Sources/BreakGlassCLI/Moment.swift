import ArgumentParser
import Foundation

/// A point in time on the command line, written as ISO 8601 asks: `2026-07-01T12:00:00Z`.
struct Moment: ExpressibleByArgument {
    /// Since 1970, UTC.
    let seconds: Double

    static var now: Moment { Moment(seconds: Date().timeIntervalSince1970) }

    init?(argument: String) {
        guard let date = try? Date(argument, strategy: .iso8601) else { return nil }
        seconds = date.timeIntervalSince1970
    }

    private init(seconds: Double) {
        self.seconds = seconds
    }
}

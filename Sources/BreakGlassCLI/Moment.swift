import ArgumentParser
import System
import Time

/// A point in time on the command line, in ISO 8601: `2026-07-01T12:00:00Z`.
struct Moment: ExpressibleByArgument {
    /// Since 1970, UTC.
    let seconds: Double

    static var now: Moment { Moment(seconds: World.real.now().seconds) }

    init?(argument: String) {
        guard let time = Timestamp(iso8601: argument) else { return nil }
        seconds = time.seconds
    }

    private init(seconds: Double) {
        self.seconds = seconds
    }
}

import ArgumentParser
import Time

/// When something ends: a time, or a duration from now, in ISO 8601:
/// `2026-07-01T12:00:00Z`, `PT4H`, `PT90M`, `P1D`, `PT1H30M`.
enum End: ExpressibleByArgument, Hashable {
    /// Seconds since 1970.
    case moment(Int)

    /// Seconds.
    case duration(Int)

    init?(argument: String) {
        if let moment = Timestamp(iso8601: argument) {
            self = .moment(Int(moment.secondsSince1970))
            return
        }
        // Months and years have no fixed length, and no declaration lasts that long.
        let pattern = /P(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?/
        guard argument.count > 2, let match = argument.uppercased().wholeMatch(of: pattern) else {
            return nil
        }
        let parts: [(Substring?, Int)] = [
            (match.1, 86_400), (match.2, 3_600), (match.3, 60), (match.4, 1),
        ]
        self = .duration(
            parts.reduce(into: 0) { sum, part in
                sum += (part.0.flatMap { Int($0) } ?? 0) * part.1
            })
    }

    /// Seconds since 1970.
    func end(from now: Int) -> Int {
        switch self {
        case .moment(let moment): moment
        case .duration(let duration): now + duration
        }
    }
}

/// Lengths of time in words.
enum Delay {
    /// "42 seconds", "4 minutes", "2 hours 5 minutes", "3 days".
    static func words(_ seconds: Int) -> String {
        let seconds = seconds == .min ? Int.max : abs(seconds)
        let minutes = seconds / 60
        let hours = minutes / 60
        if seconds < 60 { return count(seconds, "second") }
        if hours < 1 { return count(minutes, "minute") }
        if hours >= 48 { return count(hours / 24, "day") }
        let rest = minutes % 60
        return rest == 0 || hours >= 6
            ? count(hours, "hour") : "\(count(hours, "hour")) \(count(rest, "minute"))"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

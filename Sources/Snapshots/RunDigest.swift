/// What one run leaves for the next to compare with: facts, not judgements about them.
public struct RunDigest: Sendable, Hashable {
    /// Version of the JSON form.
    public static let schema = "breakglass.digest/1"

    /// When that run began: seconds since 1970.
    public var takenAt: Int

    /// When anybody was last told anything: seconds since 1970; `nil` when nobody ever was.
    public var toldAt: Int?

    /// How many runs in a row found nothing.
    public var cleanRuns: Int

    /// When groups and app were last changed, by id: seconds since 1970.
    public var changes: [String: Int]

    /// What was found, `CHECK|STATE|RESOURCE`, sorted.
    public var found: [String]

    /// Makes a digest.
    public init(
        takenAt: Int, toldAt: Int? = nil, cleanRuns: Int = 0, changes: [String: Int] = [:],
        found: [String] = []
    ) {
        self.takenAt = takenAt
        self.toldAt = toldAt
        self.cleanRuns = cleanRuns
        self.changes = changes
        self.found = found
    }
}

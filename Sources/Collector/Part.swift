import Snapshots

/// One part of the snapshot: how it is read in a place, and where it goes.
struct Part: Sendable {
    /// Puts what was read where it belongs.
    typealias Fill = @Sendable (inout Snapshot) -> Void

    /// What it is, for people who wait.
    let name: String

    /// Reads it. Answers before the place's deadline, with reasons for what is missing.
    let read: @Sendable (Place) async -> Fill

    /// Creates a part. ``Collector`` explains how to write one.
    init(_ name: String, _ read: @escaping @Sendable (Place) async -> Fill) {
        self.name = name
        self.read = read
    }
}

extension Call {
    /// Calls of the services of the alert path that change nothing of ours.
    static let alertPathHarmless: [Harmless] = []
}

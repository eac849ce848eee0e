extension Call {
    /// Calls of the services of identities that change nothing of ours.
    static let identityHarmless: [Harmless] = []
}

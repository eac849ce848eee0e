// Calls: the catalog of API calls that can change emergency access or the alert path. Each row says
// what a call changes, in words, which value decides, how urgent it is, and what undoes it.

/// One API call that can change emergency access or the alert path: a row of the catalog.
///
/// Reader, wording, next steps, rules and docs/calls.md follow from it.
public struct Call: Sendable {
    /// The service that records it.
    public let service: Service

    /// CloudTrail's `eventName`, without the version that Lambda's carry; for the identity provider,
    /// its event type.
    public let name: String

    /// How an event says what it changes, and when that counts.
    public let target: Target

    /// What happened, in words.
    public let words: Words

    /// How urgent it is when it succeeds, unless the change itself says more.
    public let gravity: Gravity

    /// Reads the value that decides; `nil` where the words say all.
    public let change: ChangeReader?

    /// What reverts it.
    public let undo: Undo

    /// What reverts it where it changed a guarded resource, if ``undo`` is a deployment: the plan does not
    /// say what such a resource was like.
    public let guardedUndo: Undo?

    /// What it means instead for other kinds of resources that it names.
    let sides: [Side]

    /// Makes a row. `done` comes after the resource's name: "was stopped"; `attempt` before it, or
    /// around `%`: "stop".
    init(
        _ service: Service, _ name: String, _ target: Target, _ done: String,
        _ attempt: String, change: ChangeReader? = nil, undo: Undo,
        guarded guardedUndo: Undo? = nil, _ gravity: Gravity,
        sides: [Side] = []
    ) {
        self.service = service
        self.name = name
        self.target = target
        self.words = Words(done, attempt)
        self.change = change
        self.undo = undo
        self.guardedUndo = guardedUndo
        self.gravity = gravity
        self.sides = sides
    }
}

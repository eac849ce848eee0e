/// What one act changed: the value that decides, before and after.
public struct Change: Sendable, Hashable {
    /// What was changed, in a few words: "trusted principals".
    public var what: String

    /// What it was before; `nil` if neither the event nor the plan states it.
    public var before: String?

    /// What it is now.
    public var after: String

    /// Whom it lets in or keeps out, or who hears of it: a principal, a member, a subscriber.
    public var who: String?

    /// How urgent this makes the act; `nil` leaves it to the call.
    public var gravity: Gravity?

    /// Whether it only denies, as AWS and people do to stop somebody: nobody undoes it unasked.
    public var isBarrier = false

    /// What happened, where the value makes it something else than the call's words say: a version is
    /// deleted by the same call as the function.
    public var words: Words?

    /// Makes a change.
    public init(
        _ what: String, before: String? = nil, now after: String, who: String? = nil,
        gravity: Gravity? = nil
    ) {
        self.what = what
        self.before = before
        self.after = after
        self.who = who
        self.gravity = gravity
    }
}

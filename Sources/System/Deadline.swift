/// The instant by which a call returns, with or without a result. It is a pure value: how much time is
/// left depends on the ``World`` that is asked.
public struct Deadline: Sendable, Hashable {
    /// On the monotonic clock, which nobody can set.
    public let instant: Instant

    /// The deadline of a caller that has no limit.
    public static let never = Deadline(at: Instant(nanoseconds: .max))

    /// Makes a deadline at this instant.
    public init(at instant: Instant) { self.instant = instant }

    /// Returns the time that is left at this instant; zero once the deadline has passed.
    public func remaining(at now: Instant) -> Duration {
        self == .never ? .nanoseconds(Int64.max) : max(.zero, instant - now)
    }

    /// Returns the time that is left now.
    public func remaining(in world: World) -> Duration { remaining(at: world.instant()) }

    /// Returns whether no time is left now.
    public func hasPassed(in world: World) -> Bool { remaining(in: world) == .zero }

    /// Returns the earlier one of this deadline and the one that is `duration` ahead.
    public func capped(by duration: Duration, in world: World) -> Deadline {
        Deadline(at: min(instant, world.deadline(after: duration).instant))
    }
}

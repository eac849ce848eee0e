import System

/// What a publisher remembers from one invocation to the next about how much was sent.
final class Pace {
    private let world: World
    private var last: Instant?
    private var spent: [Budget.Share: Int64] = [:]

    init(world: World) { self.world = world }

    /// Waits, so that alerts that nobody counts do not come faster than subscriptions bear.
    func rest() {
        if let last {
            let gone = world.instant() - last
            if gone < Budget.pace { world.block(Budget.pace - gone) }
        }
        last = world.instant()
    }

    /// Remembers that a share of a window is spent.
    func note(_ share: Budget.Share, isSpentIn window: Int64) { spent[share] = window }

    /// Whether a share of a window is known to be spent.
    func isSpent(_ share: Budget.Share, in window: Int64) -> Bool { spent[share] == window }
}

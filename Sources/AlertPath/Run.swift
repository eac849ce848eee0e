import State
import System
import Time

/// One run of the function: who acts, until when, and what it already knows.
final class Run {
    /// Different for every run, also when Lambda repeats an invocation: so two runs of one invocation at
    /// the same time do not both own an alert.
    let owner: String

    /// When the function must have returned.
    let deadline: Deadline

    /// How often the record was received from the waiting queue; nil if it came another way.
    let receives: Int?

    private let world: World

    /// The home table did not answer: it is not asked again.
    var hasLostHome = false

    init(requestID: String, deadline: Deadline, world: World) {
        let token = world.randomBytes(4).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count < 2 ? "0" + digits : digits
        }
        owner = requestID + "/" + token.joined()
        self.deadline = deadline
        self.world = world
        receives = nil
    }

    private init(_ run: Run, receives: Int) {
        owner = run.owner
        deadline = run.deadline
        world = run.world
        hasLostHome = run.hasLostHome
        self.receives = receives
    }

    /// The same run, for one record of the waiting queue.
    func received(_ times: Int) -> Run { Run(self, receives: times) }

    /// Seconds since 1970.
    var now: Double { world.now().seconds }

    /// Whole seconds since 1970.
    var second: Int64 { Int64(max(0, now)) }

    /// For the state table.
    var actor: StateTable.Actor {
        StateTable.Actor(owner: owner, now: second, deadline: deadline)
    }

    /// Whether this much time is left, and the share for saying what became of it.
    func has(_ time: Duration) -> Bool {
        deadline.remaining(in: world) >= time + .seconds(3)
    }
}

/// One step from a scene to the next.
struct Move {
    /// What kind of step it is.
    enum Kind: UInt8 { case plain, fault, minute }

    /// How a call went.
    enum Outcome: String {
        case answered
        case choice = "answered, the other way"
        case refused
        case noAnswer = "no answer, no effect"
        case lostAnswer = "done, but the answer is lost"
        case askedAgain = "done, but the answer is lost; asked again"
        case crash = "the invocation dies before it"
        case minute = "a minute passes"
        case leaseEnds = "a lease ends"
        case again = "the event is delivered again"
        case late = "the event is a minute late"
        case never = "the event never arrives"
        case redrive = "redrive"
    }

    var kind: Kind
    var outcome: Outcome
    /// The hub of the invocation, and its call; nil for what happens around it.
    var call: (hub: UInt8, step: Invocation.Step, alert: UInt8)?
    var scene: Scene
    var broken: Broken?

    /// E.g. `standby: send 0: answered`.
    var text: String {
        guard let call else { return outcome.rawValue }
        return
            "\(call.hub == 0 ? "home" : "standby"): \(call.step) \(call.alert): \(outcome.rawValue)"
    }
}

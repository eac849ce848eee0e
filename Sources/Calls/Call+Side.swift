public import AccessPlan

extension Call {
    /// What a call means for another kind of resource than the one it changes first: a rule of
    /// somebody else on a bus of ours is a change of the bus.
    struct Side: Sendable {
        let type: ResourceKind
        let words: Words
        let undo: Undo
        let gravity: Gravity

        init(
            _ type: ResourceKind, _ done: String, _ attempt: String, undo: Undo, _ gravity: Gravity
        ) {
            self.type = type
            words = Words(done, attempt)
            self.undo = undo
            self.gravity = gravity
        }
    }

    /// What the call means for a resource of that kind.
    public func about(_ type: ResourceKind?) -> Call {
        guard let side = sides.first(where: { $0.type == type }) else { return self }
        return Call(
            service, name, target, side.words.passive, side.words.attempt, change: change,
            undo: side.undo, side.gravity)
    }
}

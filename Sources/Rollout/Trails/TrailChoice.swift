package import AccessPlan
package import Snapshots

/// Which trail the deployment of a plan depends on, as one account shows them.
package struct TrailChoice: Sendable {
    /// What follows from the trails.
    package enum Decision: Sendable, Equatable {
        /// This one is fit.
        case adopt(Snapshot.Trail)
        /// Ours is there, and is not fit: deployment puts it right.
        case repair(Snapshot.Trail, [String])
        /// None is fit: deployment makes one.
        case make
        /// The trail that the plan names is not fit, or not there: only the plan's author can decide.
        case refuse(String)
        /// No trail is known to be fit, and of some it is not known.
        case unknown([Unavailable])
    }

    /// A trail with the judgment on it.
    package struct Judged: Sendable {
        /// The trail.
        package let trail: Snapshot.Trail
        /// The judgment, for all accounts of the plan.
        package let fitness: Snapshot.Trail.Fitness
    }

    /// What follows.
    package let decision: Decision

    /// The trails that log the account, each once.
    package let judged: [Judged]

    /// Chooses: the planned trail; without one, ours, then the organization's, then any other that is fit.
    package init(_ trails: [Snapshot.Trail], plan: Plan) {
        // A trail shows in other Regions as a shadow, with the same ARN.
        var seen: Set<String> = []
        let once = trails.filter { seen.insert($0.arn).inserted }
        let ordered =
            once.filter(\.isOurs) + once.filter { !$0.isOurs && $0.isOrganization }
            + once.filter { !$0.isOurs && !$0.isOrganization }
        let judged = ordered.map { Judged(trail: $0, fitness: $0.fitness(for: plan)) }
        self.judged = judged
        decision =
            plan.trail.map { Self.planned($0.text, in: judged) } ?? Self.found(in: judged)
    }

    private static func planned(_ arn: String, in judged: [Judged]) -> Decision {
        let name = "trail \(arn), which the plan names,"
        guard let found = judged.first(where: { $0.trail.arn == arn }) else {
            return .refuse("\(name) does not log this account")
        }
        switch found.fitness {
        case .fit: return .adopt(found.trail)
        case .unfit(let reasons) where found.trail.isOurs: return .repair(found.trail, reasons)
        case .unfit(let reasons): return .refuse("\(name) \(reasons.joined(separator: ", and "))")
        case .unknown(let unread): return .unknown(unread)
        }
    }

    private static func found(in judged: [Judged]) -> Decision {
        if let fit = judged.first(where: { $0.fitness == .fit }) { return .adopt(fit.trail) }
        if let ours = judged.first, ours.trail.isOurs, case .unfit(let reasons) = ours.fitness {
            return .repair(ours.trail, reasons)
        }
        let unread = judged.flatMap { one in
            if case .unknown(let unread) = one.fitness { unread } else { [Unavailable]() }
        }
        return unread.isEmpty ? .make : .unknown(unread)
    }
}

extension Snapshot.Trail {
    /// Whether template/trail.yaml made it.
    package var isOurs: Bool { arn.hasSuffix(":trail/" + AlertPathNames.trail) }

    /// The judgment on it, for all accounts of the plan.
    fileprivate func fitness(for plan: Plan) -> Fitness {
        guard plan.isOfAnOrganization, !isOrganization else { return fitness }
        let fact = "logs one account, not the organization"
        if case .unfit(let reasons) = fitness { return .unfit([fact] + reasons) }
        return .unfit([fact])
    }
}

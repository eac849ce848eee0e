import AccessPlan
import Snapshots

extension TrailChoice {
    /// Why deployment cannot go on, and the next step.
    package struct Problem: Sendable, Equatable {
        /// What is wrong.
        package let fact: String
        /// What to do.
        package let hint: String
    }

    /// Why deployment cannot go on.
    package var problems: [Problem] {
        switch decision {
        case .adopt, .repair, .make: return []
        case .refuse(let fact):
            let fit = judged.first { $0.fitness == .fit }?.trail.arn
            let other = fit.map { "write trail: \($0)" } ?? "remove the line trail:"
            return [Problem(fact: fact, hint: "put it right, or \(other) in the plan")]
        case .unknown(let unread):
            return unread.map { Problem(fact: "\($0)", hint: Self.credentialsHint) }
        }
    }

    static let credentialsHint = """
        ask with credentials of the trail's own account, the management account for an \
        organization's trail; they need cloudtrail:GetTrailStatus and cloudtrail:GetEventSelectors
        """
}

extension TrailChoice.Judged {
    /// `fit`, `unfit` or `unknown`.
    package var word: String {
        switch fitness {
        case .fit: "fit"
        case .unfit: "unfit"
        case .unknown: "unknown"
        }
    }

    /// Why, or what else there is to say; `nil` for nothing.
    package var reason: String? {
        switch fitness {
        case .fit: trail.deliveryError.map { "cannot deliver its log: \($0)" }
        case .unfit(let reasons): reasons.joined(separator: ", and ")
        case .unknown(let unread): unread.map(\.description).joined(separator: ", and ")
        }
    }
}

package import AccessPlan
package import Deployment

extension TrailDecision {
    /// The answers to the question of the trail.
    /// - Parameter plan: what is deployed.
    /// - Returns: one, or one for each obstacle.
    package func answers(_ plan: Plan) -> [PreflightAnswer] {
        func answer(
            _ verdict: PreflightAnswer.Verdict, _ account: String?, _ fact: String,
            _ remedy: String? = nil
        ) -> PreflightAnswer {
            PreflightAnswer(
                .trail, verdict, account: account ?? plan.emergencyAccount, fact, remedy: remedy,
                stops: true)
        }
        switch self {
        case .adopt(let arn):
            return [
                answer(.yes, nil, "\(arn.text) delivers them: deployment writes it into the plan")
            ]
        case .asItIs(let arn): return [answer(.yes, nil, "\(arn) delivers them")]
        case .own(let own) where own.reasons.isEmpty:
            return [answer(.yes, own.account, "the stack breakglass-trail creates it")]
        case .own(let own):
            return [
                answer(
                    .yes, own.account,
                    "breakglass-trail \(own.reasons.joined(separator: ", and ")): deployment puts it right"
                )
            ]
        case .blocked(let obstacles):
            return obstacles.map { answer(.no, $0.account, "\($0.subject): \($0.reason)", $0.hint) }
        }
    }
}

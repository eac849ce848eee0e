import AccessPlan
import Yams

extension ValueRule {
    /// The ARN of what is guarded. `*` and `?` may stand where the reader and the rules can tell what
    /// they stand for; a form that could not be heard is refused.
    static func guarded(partition: String) -> ValueRule {
        ValueRule { scalar in
            if let objection = arn.objection(scalar) { return objection }
            guard let arn = try? ARN(scalar.string) else { return nil }
            let form = GuardForm(arn, partition: partition)
            return form.objection.map { ("is \"\(arn.text)\"\($0.fact)", $0.hint) }
        }
    }
}

import AWSClient
import Outbox

extension AlertAct {
    /// The condition under which the table of transitions allows this act: one term for each line.
    /// - Parameters:
    ///   - owner: who acts.
    ///   - now: seconds since 1970.
    /// - Returns: a condition on the item `alert#ID`.
    func condition(owner: String, now: Int64) -> DynamoDB.Expression {
        var names = ["#state": "state"]
        var values: DynamoDB.Item = [:]
        let terms = Transition.of(self).map { line -> String in
            var term = "#state = :\(line.from?.rawValue ?? "")"
            if let from = line.from {
                values[":\(from.rawValue)"] = .string(from.rawValue)
            } else {
                // An unknown state counts as no state.
                for state in AlertState.allCases {
                    values[":\(state.rawValue)"] = .string(state.rawValue)
                }
                let known = AlertState.allCases.map { ":\($0.rawValue)" }.joined(separator: ", ")
                term = "(attribute_not_exists(#state) OR NOT (#state IN (\(known))))"
            }
            switch line.condition {
            case .always: break
            case .mine:
                names["#owner"] = "owner"
                values[":owner"] = .string(owner)
                term = "(\(term) AND #owner = :owner)"
            case .leaseOver:
                let over = DynamoDB.Expression.leaseIsOver(at: now)
                names.merge(over.names) { first, _ in first }
                values.merge(over.values) { first, _ in first }
                term = "(\(term) AND \(over.text))"
            }
            return term
        }
        return DynamoDB.Expression(terms.joined(separator: " OR "), names: names, values: values)
    }
}

extension DynamoDB.Expression {
    /// As ``Lease/isOver(_:at:)``. A lease without an owner is over, and so is one that is not a number.
    static func leaseIsOver(at now: Int64) -> DynamoDB.Expression {
        DynamoDB.Expression(
            "(attribute_not_exists(#owner) OR attribute_not_exists(#lease) "
                + "OR NOT (#lease >= :now AND #lease <= :believed))",
            names: ["#owner": "owner", "#lease": "lease"],
            values: [":now": .number(now), ":believed": .number(now + Lease.longest)])
    }
}

package import AccessPlan

/// The trail that a deployment depends on.
package enum TrailDecision: Sendable, Hashable {
    /// This one is fit. The plan does not name it yet: the line `trail:` is added once a person agreed.
    case adopt(ARN)
    /// One is fit, and nothing changes: the plan names it, or `breakglass-trail` of another account.
    case asItIs(arn: String)
    /// The stack `breakglass-trail` is made, or kept.
    case own(OwnTrail)
    /// No run may go on: nobody would hear anything.
    case blocked([Obstacle])

    /// The plan that everything is made of, in memory.
    package func adopted(by plan: Plan) -> Plan {
        var plan = plan
        if case .adopt(let arn) = self { plan.trail = arn }
        return plan
    }
}

/// `breakglass-trail`, which a stack creates.
package struct OwnTrail: Sendable, Hashable {
    /// The account of the stack.
    package let account: String
    /// Whether it logs every account of the organization: the template's `OrganizationTrail`.
    package let isOfOrganization: Bool
    /// Why it is not fit, each the predicate of a sentence; empty where it is fit, or to be made.
    package let reasons: [String]
}

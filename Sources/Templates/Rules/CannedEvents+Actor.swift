import AccessPlan

extension CannedEvents {
    /// Who acts.
    enum Actor {
        case user, root, session, stranger, employee
    }

    /// An actor as `userIdentity` has it.
    func identity(_ actor: Actor) -> String {
        let emergency = plan.emergencyAccount
        switch actor {
        case .user:
            return """
                {"type":"IAMUser","accountId":"\(emergency)","userName":"\(user)",\
                "arn":"\(plan.userARN(user))"}
                """
        case .root:
            return """
                {"type":"Root","accountId":"\(emergency)",\
                "arn":"\(plan.rootARN(of: emergency))"}
                """
        case .session:
            let role = emergencyRole
            return """
                {"type":"AssumedRole","accountId":"\(emergency)",\
                "arn":"\(plan.sessionARN("somebody", ofRole: role, in: emergency))",\
                "sessionContext":{"sessionIssuer":{"type":"Role","userName":"\(role)",\
                "arn":"\(plan.roleARN(role, in: emergency))"}}}
                """
        case .employee:
            return """
                {"type":"IAMUser","accountId":"\(account)","userName":"Employee",\
                "arn":"\(plan.userARN("Employee", in: account))"}
                """
        case .stranger:
            return """
                {"type":"AssumedRole","accountId":"\(account)",\
                "arn":"\(plan.sessionARN("somebody", ofRole: "Stranger", in: account))",\
                "sessionContext":{"sessionIssuer":{"type":"Role","userName":"Stranger",\
                "arn":"\(plan.roleARN("Stranger", in: account))"}}}
                """
        }
    }
}

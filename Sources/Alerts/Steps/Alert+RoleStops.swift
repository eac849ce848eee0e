import Text

/// Sessions of roles, and what has a role.
extension Alert {
    /// The role whose session acted.
    var roleSessionSteps: [Step] {
        var steps = signInSessionSteps
        if let (name, account) = actingRole {
            let isTaken = name == safeRoleName && account == self.account.target
            // The target's copy of a switch shows the new session as the one that acted.
            if !isTaken || kind != .switchRole { steps.append(revoke(name, in: account)) }
        } else if principal.type == "AssumedRole" {
            steps.append(
                Step(
                    "\(unless)end the sessions of the role named above, in "
                        + "\(words(principal.accountID)): tab Revoke sessions, Revoke active "
                        + "sessions", pages: [page("iam/home#/roles")]))
        }
        return steps
    }

    /// The role whose session acted, and its account.
    var actingRole: (name: String, account: String?)? {
        guard principal.type == "AssumedRole" || principal.arn?.contains(":assumed-role/") == true
        else { return nil }
        guard let name = principal.name ?? roleOfPrincipal, Alert.isSafeName(name) else {
            return nil
        }
        return (name, principal.arn?.partOfARN(4) ?? principal.accountID)
    }

    private var roleOfPrincipal: String? {
        let path = principal.arn?.partOfARN(5)
        return path?.split(separator: "/").dropFirst().first.map(String.init)
    }

    /// The ARN of that role, with its path; `nil` where the event does not state it.
    var actingRoleARN: String? {
        if let arn = actor.roleARN { return arn }
        guard let name = actingRole?.name, let arn = role.arn,
            arn.afterLast(UInt8(ascii: "/")) == name
        else { return nil }
        return arn
    }

    /// A function, an instance or a task: it gets new sessions as long as it runs.
    ///
    /// A session may have any name, so one that is only named like an instance stops none.
    var resourceSteps: [Step] {
        if actor.isByName { return roleSessionSteps }
        var steps: [Step] = []
        let agent = actor.agent ?? role.sessionName ?? ""
        let place = words(actor.account ?? principal.accountID)
        if let command = stopCommand(agent) {
            steps.append(
                Step(
                    "\(unless)stop it first, in \(place): as long as it runs it gets new sessions",
                    [command], pages: [pageOfAgent(agent)]))
        } else {
            steps.append(
                Step(
                    "\(unless)stop what acted, in \(place): as long as it runs it gets new sessions",
                    pages: [page("console/home")]))
        }
        return steps + roleSessionSteps
    }

    /// What makes a function or an instance stop.
    func stopCommand(_ agent: String) -> String? {
        if agent.hasPrefix("i-"), Alert.isSafeName(agent) {
            return "aws ec2 stop-instances --instance-ids \(agent)\(regionOption(nil))"
        }
        guard Alert.isSafeARN(agent), let resource = agent.partOfARN(5) else { return nil }
        let region = regionOption(agent.partOfARN(3))
        let name = resource.afterLast(UInt8(ascii: "/"))
        switch agent.partOfARN(2) {
        case "lambda":
            return "aws lambda put-function-concurrency --function-name \(agent) "
                + "--reserved-concurrent-executions 0\(region)"
        case "ec2" where name.hasPrefix("i-"):
            return "aws ec2 stop-instances --instance-ids \(name)\(region)"
        case "ecs":
            let parts = resource.split(separator: "/")
            guard parts.count == 3, parts[0] == "task" else { return nil }
            return "aws ecs stop-task --cluster \(parts[1]) --task \(parts[2])\(region)"
        default: return nil
        }
    }

    /// The page of the console that shows a function, an instance or a task.
    func pageOfAgent(_ agent: String) -> String? {
        let region = agent.partOfARN(3).flatMap { $0.isRegionName ? $0 : nil } ?? regionalPlace
        let query = region.map { "?region=\($0)" } ?? ""
        let isInstance = agent.hasPrefix("i-") || agent.partOfARN(2) == "ec2"
        let id = isInstance ? agent.afterLast(UInt8(ascii: "/")) : ""
        switch agent.partOfARN(2) ?? (isInstance ? "ec2" : nil) {
        case "lambda":
            let name = (agent.partOfARN(5) ?? "").split(separator: ":").dropFirst().first
            return page("lambda/home\(query)#/functions/\(String(name ?? "").urlEncoded)")
        case "ec2": return page("ec2/home\(query)#InstanceDetails:instanceId=\(id.urlEncoded)")
        case "ecs": return page("ecs/v2/clusters\(query)")
        default: return nil
        }
    }

    /// ` --region eu-west-1`: the one given, or the one where it happened.
    func regionOption(_ region: String?) -> String {
        let region = region.flatMap { $0.isRegionName ? $0 : nil } ?? regionalPlace
        return region.map { " --region \($0)" } ?? ""
    }

    /// The Region where it happened, as far as a command can name it.
    var regionalPlace: String? {
        let region = awsRegion ?? self.region
        return region.flatMap { $0.isRegionName ? $0 : nil }
    }

    /// Where the event history has the act.
    var lookUpRegion: String? { regionalPlace }
}

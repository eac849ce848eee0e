@testable import AccessPlan

extension Plan {
    /// An emergency access account and one more.
    static let small: Plan = {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.breakGlassUsers = ["BreakglassUser1"]
        plan.accounts = [
            Plan.Account(number: 1, id: "111122223333", name: "production", roles: ["RO"])
        ]
        return plan
    }()
}

extension StandInAWS {
    /// The account whose session made a call; empty for the checker's own.
    static func account(_ call: Call) -> String {
        call.key.hasPrefix("ASIA") ? String(call.key.dropFirst(4)) : ""
    }

    /// What a set-up in order answers.
    static func usual(_ call: Call) -> String {
        switch call.operation {
        case "AssumeRole":
            let account = call.body.matches(of: /%3A(\d{12})%3A/).first.map { String($0.output.1) }
            return """
                <R><AssumeRoleResult><Credentials><AccessKeyId>ASIA\(account ?? "")</AccessKeyId>\
                <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>\
                <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser>\
                <Arn>arn:aws:sts::x</Arn></AssumedRoleUser></AssumeRoleResult></R>
                """
        case "GetCallerIdentity":
            return "<R><Account>\(account(call))</Account><Arn>arn:aws:sts::x</Arn></R>"
        case "listRegions":
            return #"{"Regions":[{"RegionName":"eu-west-1"},{"RegionName":"us-east-1"}]}"#
        case "getAlternateContact":
            return #"{"AlternateContact":{"EmailAddress":"security@example.com"}}"#
        case "ListRules":
            return """
                {"Rules":[{"Name":"breakglass-sign-in","State":"ENABLED","EventPattern":"{\\"a\\":[1]}"},\
                {"Name":"breakglass-root","State":"ENABLED","EventPattern":"{\\"b\\":[1]}"}]}
                """
        case "ListTargetsByRule":
            return
                #"{"Targets":[{"Id":"1","Arn":"arn:aws:events:eu-west-1:123456789012:event-bus/x"}]}"#
        case "TestEventPattern": return #"{"Result":true}"#
        case "DescribeEventBus": return #"{"Arn":"arn:bus","Policy":"{}"}"#
        case "DescribeOrganization":
            return #"{"Organization":{"MasterAccountId":"999999999999"}}"#
        case "FilterLogEvents": return #"{"events":[]}"#
        case "BatchGetItem": return #"{"Responses":{}}"#
        default: return "{}"
        }
    }
}

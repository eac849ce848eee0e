import FakeAWS
import HTTP
import Templates
import Text

extension Asked {
    var stackResources: Response {
        let members = all.map { resource in
            """
            <member><LogicalResourceId>\(resource.id)</LogicalResourceId>\
            <PhysicalResourceId>\(resource.physical)</PhysicalResourceId>\
            <ResourceType>\(resource.type)</ResourceType>\
            <ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>
            """
        }
        return .xml(
            "ListStackResources",
            "<StackResourceSummaries>\(members.joined())</StackResourceSummaries>")
    }

    var events: Response {
        let bus = self["EventBusName"]
        let rules = of("AWS::Events::Rule").filter { $0.properties["EventBusName"]?.string == bus }
        switch call.action {
        case "ListRules":
            let members = rules.map { rule in
                let name = rule.properties["Name"]?.string ?? ""
                let wanted = rule.properties["State"]?.string ?? "ENABLED"
                let said = word(rule, wanted)
                // An ARN is a target that was taken away.
                let state = said.hasPrefix("arn:") ? wanted : said
                return #"{"Name": "\#(name)", "State": "\#(state)"}"#
            }
            return .json(#"{"Rules": [\#(members.joined(separator: ","))]}"#)
        case "ListRuleNamesByTarget":
            let names = rules.filter { rule in
                state.changed[rule.id] != self["TargetArn"]
                    && rule.properties["Targets"]?.list?.contains {
                        $0["Arn"]?.string == self["TargetArn"]
                    } == true
            }.compactMap { $0.properties["Name"]?.string }
            return .json(JSON.object(["RuleNames": .array(names.map(JSON.string))]).text)
        case "DescribeEventBus":
            let name = self["Name"] ?? ""
            let isElsewhere = !all.contains { $0.type == "AWS::Events::EventBus" }
            guard isElsewhere || named(name, "AWS::Events::EventBus") != nil else {
                return .notFound
            }
            let policy = policy("AWS::Events::EventBusPolicy", "EventBusName", of: name)
            return .json(
                JSON.members(["Arn": "arn", "Policy": policy.map(JSON.string)]).text)
        default:
            guard let archive = named(self["ArchiveName"], "AWS::Events::Archive") else {
                return .notFound
            }
            return .json(#"{"State": "\#(word(archive, "ENABLED"))"}"#)
        }
    }

    var functions: Response {
        let parts = call.action.split(separator: "/").map(String.init)
        if parts[2] == "event-source-mappings" { return mapping(parts[3]) }
        let (name, part) = (parts[3], parts[4])
        switch part {
        case "configuration":
            guard let function = named(name, "AWS::Lambda::Function") else { return .notFound }
            return .json(
                """
                {"FunctionArn": "arn", "State": "\(word(function, "Active"))", "CodeSha256": "x"}
                """)
        case "policy":
            let permission = of("AWS::Lambda::Permission").first {
                $0.properties["FunctionName"]?.string == name
            }
            guard permission != nil else { return .notFound }
            let policy = """
                {"Statement": [{"Sid": "1", "Effect": "Allow", "Action": "lambda:InvokeFunction",
                "Principal": {"Service": "events.amazonaws.com"}}]}
                """
            return .json(JSON.object(["Policy": .string(policy)]).text)
        default:
            let outcome = of("AWS::Lambda::EventInvokeConfig").first {
                $0.properties["FunctionName"]?.string == name
            }
            guard let outcome else { return .notFound }
            let ends = ["OnSuccess", "OnFailure"].compactMap { key in
                outcome.properties["DestinationConfig"]?[key]?["Destination"]?.string.map {
                    #""\#(key)": {"Destination": "\#(word(outcome, $0))"}"#
                }
            }
            return .json(#"{"DestinationConfig": {\#(ends.joined(separator: ","))}}"#)
        }
    }

    private func mapping(_ id: String) -> Response {
        let mapping = of("AWS::Lambda::EventSourceMapping").first { $0.physical == id }
        guard let mapping else { return .notFound }
        let source = mapping.properties["EventSourceArn"]?.string ?? ""
        let said = word(mapping, "Enabled")
        // An ARN is another source.
        return .json(
            said.hasPrefix("arn:")
                ? #"{"State": "Enabled", "EventSourceArn": "\#(said)"}"#
                : #"{"State": "\#(said)", "EventSourceArn": "\#(source)"}"#)
    }

    var schedules: Response {
        let name = call.action.split(separator: "/").last?.prefix { $0 != "?" }
        guard call.action.contains("/schedules/") else {
            return named(name.map(String.init), "AWS::Scheduler::ScheduleGroup") == nil
                ? .notFound : .json(#"{"State": "ACTIVE"}"#)
        }
        guard let schedule = named(name.map(String.init), "AWS::Scheduler::Schedule") else {
            return .notFound
        }
        return .json(
            """
            {"Arn": "arn", "State": "\(word(schedule, "ENABLED"))",
             "Target": {"Arn": "\(schedule.properties["Target"]?["Arn"]?.string ?? "")"}}
            """)
    }
}

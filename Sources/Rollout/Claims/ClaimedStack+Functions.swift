import AWSClient
import Deployment
import Templates
import Text

extension ClaimedStack {
    /// Functions and their states.
    func functions() async throws(AWS.Failure) -> [ClaimFault] {
        var faults: [ClaimFault] = []
        for function in of("AWS::Lambda::Function") {
            let found = try await find(Lambda.getFunctionConfiguration(function.physical))
            if found == nil { faults.append(function.missing) }
            if found?.state == "Failed" { faults.append(function.wrong("is in the state Failed")) }
        }
        return faults
    }

    /// Where the results of functions go.
    func outcomes() async throws(AWS.Failure) -> [ClaimFault] {
        var faults: [ClaimFault] = []
        for outcome in of("AWS::Lambda::EventInvokeConfig") {
            guard let function = outcome["FunctionName"] else { continue }
            guard
                let found = try await find(Lambda.getFunctionEventInvokeConfig(function))
            else {
                faults.append(outcome.missing)
                continue
            }
            let wanted = outcome.properties["DestinationConfig"]
            for (key, actual) in [("OnSuccess", found.onSuccess), ("OnFailure", found.onFailure)] {
                let target = wanted?[key]?["Destination"]?.string
                if target != actual {
                    let fact = actual ?? "nobody"
                    faults.append(
                        outcome.wrong(
                            "sends to \(fact) \(key == "OnSuccess" ? "on success" : "on failure")"))
                    break
                }
            }
        }
        return faults
    }

    /// What feeds functions, and whether it does.
    func mappings() async throws(AWS.Failure) -> [ClaimFault] {
        var faults: [ClaimFault] = []
        for mapping in of("AWS::Lambda::EventSourceMapping") {
            let found = try await find(Lambda.getEventSourceMapping(mapping.physical))
            guard let found else {
                faults.append(mapping.missing)
                continue
            }
            if ["Disabled", "Disabling", "Deleting"].contains(found.state) {
                faults.append(mapping.wrong("is \(found.state)"))
            } else if let wanted = mapping["EventSourceArn"], wanted != found.source {
                faults.append(mapping.wrong("reads from \(found.source ?? "nowhere")"))
            }
        }
        return faults
    }

    /// Who may call functions.
    func permissions() async throws(AWS.Failure) -> [ClaimFault] {
        var faults: [ClaimFault] = []
        for permission in of("AWS::Lambda::Permission") {
            guard let function = permission["FunctionName"] else { continue }
            let policy = try await find(Lambda.getPolicy(function))
            let statements = policy.flatMap { JSON(Array($0.utf8))?["Statement"]?.array } ?? []
            let isThere = statements.contains { statement in
                statement["Effect"]?.string == "Allow"
                    && statement["Action"]?.string == permission["Action"]
                    && statement["Principal"]?["Service"]?.string == permission["Principal"]
            }
            if !isThere { faults.append(permission.missing) }
        }
        return faults
    }
}

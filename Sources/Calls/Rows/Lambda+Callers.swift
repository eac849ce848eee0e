import AccessPlan

extension Call {
    /// Changes to who calls a function, how often, and where its results and failures go.
    static let callers: [Call] = [
        function(
            "AddPermission", "may be called by others", "let others call",
            change: .list("permission", "action").who("principal"),
            undo: .run(
                "lambda remove-permission --function-name {arn} --statement-id {statementId}"
                    + "[ --qualifier {qualifier}]"), .opens),
        function(
            "RemovePermission", "may no longer be called by somebody", "take a permission from",
            change: .removed("permission", "statementId"), undo: .deploy, .silences),
        policy(
            "PutResourcePolicy", "got a new policy: who may call it", "change the policy of",
            change: .resourcePolicy("policy").gravity(.silences)),
        policy(
            "DeleteResourcePolicy", "lost its policy: who may call it", "delete the policy of",
            change: .fact("policy", now: "deleted")),
        function(
            "CreateFunctionUrlConfig", "can be called by a URL", "open a URL for",
            change: .value("who may call it", "authType").who("response.functionUrl"),
            undo: .run(
                "lambda delete-function-url-config --function-name {arn}[ --qualifier {qualifier}]"),
            .opens),
        function(
            "UpdateFunctionUrlConfig", "had its URL changed", "change the URL of",
            change: .settings(["authType", "invokeMode", "cors"], what: "URL"),
            undo: .run(
                "lambda delete-function-url-config --function-name {arn}[ --qualifier {qualifier}]"),
            .opens),
        function(
            "DeleteFunctionUrlConfig", "lost its URL", "delete the URL of",
            change: .fact("URL", now: "deleted"),
            undo: .byHand("Nothing: the function of the plan has no URL"), .repairs),
        function(
            "CreateEventSourceMapping", "reads from another source", "feed",
            change: .value("source", "eventSourceArn").who("eventSourceArn"),
            undo: .run("lambda delete-event-source-mapping --uuid {response.uUID}"), .alters),
        function(
            "UpdateEventSourceMapping", "had a source changed", "change a source of",
            change: .settings(["enabled", "batchSize", "filterCriteria"], what: "source"),
            undo: .byHand(
                "Set the source of the function back: Lambda, Configuration, Triggers"), .alters),
        // How often it runs.
        function(
            "PutFunctionConcurrency", "had its concurrency limited", "limit",
            change: .concurrency,
            undo: .remove("lambda delete-function-concurrency --function-name {arn}"), .silences),
        function(
            "DeleteFunctionConcurrency", "lost its reserved concurrency",
            "remove the reserved concurrency of",
            change: .fact("reserved concurrency", now: "none"), undo: .deploy, .alters),
        function(
            "PutFunctionScalingConfig", "had its scaling changed", "change the scaling of",
            change: .settings(
                [
                    "minExecutionEnvironments", "maxExecutionEnvironments",
                ], what: "scaling"
            ).inside("functionScalingConfig"), undo: .deploy, .silences),
        function(
            "PutProvisionedConcurrencyConfig", "got provisioned concurrency",
            "set the provisioned concurrency of",
            change: .value("provisioned concurrency", "provisionedConcurrentExecutions"),
            undo: .remove(
                "lambda delete-provisioned-concurrency-config --function-name {arn}"
                    + " --qualifier {qualifier}"), .alters),
        function(
            "DeleteProvisionedConcurrencyConfig", "lost its provisioned concurrency",
            "delete the provisioned concurrency of",
            change: .fact("provisioned concurrency", now: "none"), undo: .deploy, .notes),
        function(
            "PutFunctionRecursionConfig", "had its protection against loops changed",
            "change the loop protection of", change: .value("loops", "recursiveLoop"),
            undo: .run(
                "lambda put-function-recursion-config --function-name {arn}"
                    + " --recursive-loop {recursiveLoop?Allow:Terminate}"), .alters),
        // Where an event goes that the function fails on.
        function(
            "PutFunctionEventInvokeConfig", "had its retries or destinations changed", "redirect",
            change: .invocation, undo: .deploy, .silences),
        function(
            "UpdateFunctionEventInvokeConfig", "had its retries or destinations changed",
            "redirect", change: .invocation, undo: .deploy, .silences),
        function(
            "DeleteFunctionEventInvokeConfig", "lost its retries and destinations",
            "drop the destinations of", change: .fact("destinations", now: "none"), undo: .deploy,
            .silences),
    ]

    private static func policy(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader
    ) -> Call {
        Call(
            .lambda, name, .named(.lambdaFunction, "resourceArn"), done, attempt, change: change,
            undo: .deploy, .silences)
    }
}

extension ChangeReader {
    /// At how many events a function works at once: none at 0.
    fileprivate static let concurrency = ChangeReader { parts in
        parts["reservedConcurrentExecutions"].map {
            Change(
                "runs at once, at most", now: $0 == "0" ? "0: it does not run at all" : $0.shown)
        }
    }

    fileprivate static let invocation = settings([
        "maximumRetryAttempts", "maximumEventAgeInSeconds",
        "destinationConfig.onFailure.destination", "destinationConfig.onSuccess.destination",
    ])
}

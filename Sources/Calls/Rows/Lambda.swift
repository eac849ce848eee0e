import AccessPlan

extension Call {
    /// Changes to the functions, and to what calls them and how often.
    static let functions: [Call] = [
        // A function's code, settings or callers are changed.
        Call(
            .lambda, "CreateFunction", .named(.lambdaFunction, "functionName"),
            "was changed by CreateFunction", "change", undo: .deploy, .silences),
        Call(
            .lambda, "UpdateFunctionCode", .named(.lambdaFunction, "functionName"), "got new code",
            "change the code of", undo: .deploy, .silences),
        Call(
            .lambda, "UpdateFunctionConfiguration", .named(.lambdaFunction, "functionName"),
            "had its settings changed", "change the settings of", undo: .deploy, .silences),
        Call(
            .lambda, "DeleteFunction", .named(.lambdaFunction, "functionName"), "was deleted",
            "delete", undo: .deploy, .silences),
        Call(
            .lambda, "AddPermission", .named(.lambdaFunction, "functionName"),
            "got a further permission", "give another permission on", undo: .deploy, .silences),
        Call(
            .lambda, "RemovePermission", .named(.lambdaFunction, "functionName"),
            "lost a permission", "take a permission from", undo: .deploy, .silences),
        Call(
            .lambda, "PutFunctionConcurrency", .named(.lambdaFunction, "functionName"),
            "had its concurrency limited", "limit", undo: .deploy, .silences),
        Call(
            .lambda, "DeleteFunctionConcurrency", .named(.lambdaFunction, "functionName"),
            "lost its concurrency limit", "remove the limit of", undo: .deploy, .silences),
        Call(
            .lambda, "PutFunctionEventInvokeConfig", .named(.lambdaFunction, "functionName"),
            "had its destinations changed", "redirect", undo: .deploy, .silences),
        Call(
            .lambda, "UpdateFunctionEventInvokeConfig", .named(.lambdaFunction, "functionName"),
            "had its destinations changed", "redirect", undo: .deploy, .silences),
        Call(
            .lambda, "DeleteFunctionEventInvokeConfig", .named(.lambdaFunction, "functionName"),
            "lost its destinations", "redirect", undo: .deploy, .silences),
        Call(
            .lambda, "PublishVersion", .named(.lambdaFunction, "functionName"),
            "was published as a version", "publish a version of", undo: .deploy, .silences),
        Call(
            .lambda, "CreateAlias", .named(.lambdaFunction, "functionName"),
            "was changed by CreateAlias", "change", undo: .deploy, .silences),
        Call(
            .lambda, "UpdateAlias", .named(.lambdaFunction, "functionName"),
            "points to another key", "point elsewhere", undo: .deploy, .silences),
        Call(
            .lambda, "DeleteAlias", .named(.lambdaFunction, "functionName"), "was deleted",
            "delete", undo: .deploy, .silences),
        Call(
            .lambda, "PutFunctionRecursionConfig", .named(.lambdaFunction, "functionName"),
            "was changed by PutFunctionRecursionConfig", "change", undo: .deploy, .silences),
        Call(
            .lambda, "PutRuntimeManagementConfig", .named(.lambdaFunction, "functionName"),
            "was changed by PutRuntimeManagementConfig", "change", undo: .deploy, .silences),
        Call(
            .lambda, "PutFunctionCodeSigningConfig", .named(.lambdaFunction, "functionName"),
            "was changed by PutFunctionCodeSigningConfig", "change", undo: .deploy, .silences),
        Call(
            .lambda, "DeleteFunctionCodeSigningConfig", .named(.lambdaFunction, "functionName"),
            "was changed by DeleteFunctionCodeSigningConfig", "change", undo: .deploy, .silences),
        Call(
            .lambda, "CreateFunctionUrlConfig", .named(.lambdaFunction, "functionName"),
            "was changed by CreateFunctionUrlConfig", "change", undo: .deploy, .silences),
        Call(
            .lambda, "UpdateFunctionUrlConfig", .named(.lambdaFunction, "functionName"),
            "was changed by UpdateFunctionUrlConfig", "change", undo: .deploy, .silences),
        Call(
            .lambda, "DeleteFunctionUrlConfig", .named(.lambdaFunction, "functionName"),
            "was changed by DeleteFunctionUrlConfig", "change", undo: .deploy, .silences),
        Call(
            .lambda, "CreateEventSourceMapping", .named(.lambdaFunction, "functionName"),
            "got another source", "feed", undo: .deploy, .silences),
        Call(
            .lambda, "UpdateEventSourceMapping", .named(.lambdaFunction, "functionName"),
            "was changed by UpdateEventSourceMapping", "change", undo: .deploy, .silences),
        Call(
            .lambda, "PutProvisionedConcurrencyConfig", .named(.lambdaFunction, "functionName"),
            "was changed by PutProvisionedConcurrencyConfig", "change", undo: .deploy, .silences),
        Call(
            .lambda, "DeleteProvisionedConcurrencyConfig", .named(.lambdaFunction, "functionName"),
            "was changed by DeleteProvisionedConcurrencyConfig", "change", undo: .deploy, .silences),
    ]
}

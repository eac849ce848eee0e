import AccessPlan
import Text

extension Call {
    /// Changes to what a function runs: its code, its settings, its versions.
    static let code: [Call] =
        [
            function(
                "CreateFunction", "was created", "create",
                change: .settings(["runtime", "handler", "role"]), undo: .deploy, .alters),
            function(
                "UpdateFunctionCode", "got new code", "change the code of",
                change: .first(
                    .dryRun, .value("code", "response.codeSha256"),
                    .settings(["s3Bucket", "s3Key", "imageUri", "architectures"], what: "code")),
                undo: .deploy, .silences),
            function(
                "UpdateFunctionConfiguration", "had its settings changed",
                "change the settings of", change: .functionSettings, undo: .deploy, .silences),
            function(
                "DeleteFunction", "was deleted", "delete",
                change: .first(.goneVersion, .gone("function", "functionName")), undo: .deploy,
                .silences),
            function(
                "PublishVersion", "was published as a version", "publish a version of",
                change: .value("version", "response.version"),
                undo: .run(
                    "lambda delete-function --function-name {arn} --qualifier {response.version}"),
                .notes),
            // An alias of a function is a name for one of its versions. Nothing of ours calls one.
            function(
                "CreateAlias", "got an alias for one of its versions", "make an alias of",
                change: .value("version of the alias", "functionVersion").who("request.name"),
                undo: .run("lambda delete-alias --function-name {arn} --name {request.name}"),
                .alters),
            function(
                "UpdateAlias", "had an alias moved to another version", "move an alias of",
                change: .settings(
                    ["functionVersion", "routingConfig", "description"], what: "alias"),
                undo: .byHand(
                    "Point the alias back to its version, if anybody uses it: Lambda, Aliases"),
                .alters),
            function(
                "DeleteAlias", "lost an alias of one of its versions", "delete an alias of",
                change: .gone("alias", "request.name"),
                undo: .byHand("Make the alias again, if anybody uses it: Lambda, Aliases"), .alters
            ),
            function(
                "PutRuntimeManagementConfig", "had the updates of its runtime changed",
                "change the runtime updates of",
                change: .settings(["updateRuntimeOn", "runtimeVersionArn"]), undo: .deploy, .alters
            ),
            function(
                "PutFunctionCodeSigningConfig", "runs code of other signers only",
                "change whose code is run by",
                change: .value("code signing", "codeSigningConfigArn"),
                undo: .remove("lambda delete-function-code-signing-config --function-name {arn}"),
                .alters),
            function(
                "DeleteFunctionCodeSigningConfig", "runs code that nobody signed",
                "drop the code signing of", change: .fact("code signing", now: "none"),
                undo: .deploy, .alters),
        ]
        + tags(
            .lambda, .named(.lambdaFunction, "resource"),
            undo: "lambda untag-resource --resource {arn} --tag-keys {tags keys}")

    /// A change of one function.
    static func function(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .lambda, name, .named(.lambdaFunction, "functionName"), done, attempt, change: change,
            undo: undo, gravity)
    }
}

extension ChangeReader {
    /// New code that Lambda only checked.
    fileprivate static let dryRun = ChangeReader { parts in
        guard parts["dryRun"]?.isSameName(as: "true") == true else { return nil }
        var change = Change("code", before: "as it is", now: "the same: a dry run", gravity: .notes)
        change.words = Words("had new code checked by a dry run", "check new code for")
        return change
    }

    /// One version of a function: by the qualifier, or behind the function's name.
    fileprivate static let goneVersion = ChangeReader { parts in
        let name = parts["functionName"] ?? ""
        let pieces = name.split(separator: ":")
        let place = name.hasPrefix("arn:") ? 7 : pieces.count == 2 ? 1 : 3
        let behind = pieces.count > place && pieces.count != 3 ? String(pieces[place]) : nil
        guard let version = parts["qualifier"] ?? behind else { return nil }
        var change = Change(
            "version", before: version.shown, now: "deleted", gravity: .alters)
        change.words = Words("lost a version", "delete a version of")
        return change
    }

    /// Which settings of a function, with their values; of its environment only the names.
    fileprivate static let functionSettings = settings([
        "role", "handler", "runtime", "timeout", "memorySize", "environment.variables",
        "deadLetterConfig.targetArn", "kMSKeyArn", "layers", "vpcConfig.subnetIds",
        "loggingConfig.logGroup", "tracingConfig.mode", "ephemeralStorage.size", "description",
    ])
}

import Text

/// AWS Lambda. <https://docs.aws.amazon.com/lambda/latest/api/>
public enum Lambda {
    static let service = AWS.Service(name: "lambda", variable: "LAMBDA", wire: .restJSON)

    /// The state of a function.
    public struct Configuration: Sendable, Hashable {
        /// Its ARN, unqualified.
        public let arn: String

        /// `Active`, `Inactive`, `Pending`, `Failed`; nil if the service does not say.
        public let state: String?

        /// `Successful`, `InProgress`, `Failed`; nil if the service does not say.
        public let lastUpdateStatus: String?

        /// The SHA-256 of its package, base64.
        public let codeSHA256: String
    }

    /// Where a function's asynchronous results go, by ARN.
    public struct Destinations: Sendable, Hashable {
        /// On success.
        public let onSuccess: String?

        /// On failure.
        public let onFailure: String?
    }

    /// Reads a function's state and the digest of its code.
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html>
    public static func getFunctionConfiguration(_ name: String) -> AWS.Operation<Configuration> {
        get("GetFunctionConfiguration", "2015-03-31", name, "configuration") {
            json throws(AWS.Unreadable) in
            try Configuration(json)
        }
    }

    /// Reads a function's reserved concurrency: nil if none is reserved, 0 if the function is
    /// switched off.
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html>
    public static func getFunctionConcurrency(_ name: String) -> AWS.Operation<Int?> {
        get("GetFunctionConcurrency", "2019-09-30", name, "concurrency") {
            $0["ReservedConcurrentExecutions"]?.int.map { Int($0) }
        }
    }

    /// Reads a function's resource policy as JSON text.
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html>
    public static func getPolicy(_ name: String) -> AWS.Operation<String> {
        get("GetPolicy", "2015-03-31", name, "policy") { json throws(AWS.Unreadable) in
            try require(json["Policy"]?.string, "Policy")
        }
    }

    /// Reads where a function's asynchronous results go.
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionEventInvokeConfig.html>
    public static func getFunctionEventInvokeConfig(_ name: String) -> AWS.Operation<Destinations> {
        get("GetFunctionEventInvokeConfig", "2019-09-25", name, "event-invoke-config") { json in
            let destinations = json["DestinationConfig"]
            return Destinations(
                onSuccess: destinations?["OnSuccess"]?["Destination"]?.string,
                onFailure: destinations?["OnFailure"]?["Destination"]?.string)
        }
    }

    /// What a function reads from a source.
    public struct Mapping: Sendable, Hashable {
        /// `Enabled`, `Disabled`, `Creating`, `Enabling`, `Disabling`, `Updating`, `Deleting`.
        public let state: String

        /// The source's ARN; nil if the service does not say.
        public let source: String?

        /// The function's ARN; nil if the service does not say.
        public let function: String?
    }

    /// Reads what feeds a function, by its id.
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html>
    public static func getEventSourceMapping(_ id: String) -> AWS.Operation<Mapping> {
        AWS.Operation(
            service, "GetEventSourceMapping",
            .get(
                path: "/2015-03-31/event-source-mappings/\(PercentEncoding.encode(id))", query: [:],
                headers: [:])
        ) { answer throws(AWS.Unreadable) in
            let json = try answer.json()
            return Mapping(
                state: try require(json["State"]?.string, "State"),
                source: json["EventSourceArn"]?.string, function: json["FunctionArn"]?.string)
        }
    }

    /// Reads how many executions of the account in this Region are not reserved by a function.
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html>
    public static func getUnreservedConcurrency() -> AWS.Operation<Int> {
        AWS.Operation(
            service, "GetAccountSettings",
            .get(path: "/2016-08-19/account-settings", query: [:], headers: [:])
        ) { answer throws(AWS.Unreadable) in
            let limit = try answer.json()["AccountLimit"]?["UnreservedConcurrentExecutions"]?.int
            return Int(try require(limit, "UnreservedConcurrentExecutions"))
        }
    }

    private static func get<Output: Sendable>(
        _ operation: String, _ version: String, _ function: String, _ part: String,
        read: @escaping @Sendable (JSON) throws(AWS.Unreadable) -> Output
    ) -> AWS.Operation<Output> {
        let path = "/\(version)/functions/\(PercentEncoding.encode(function))/\(part)"
        return AWS.Operation(
            service, operation, .get(path: path, query: [:], headers: [:])
        ) { answer throws(AWS.Unreadable) in
            try read(answer.json())
        }
    }
}

extension Lambda.Configuration {
    init(_ json: JSON) throws(AWS.Unreadable) {
        arn = try require(json["FunctionArn"]?.string, "FunctionArn")
        state = json["State"]?.string
        lastUpdateStatus = json["LastUpdateStatus"]?.string
        codeSHA256 = try require(json["CodeSha256"]?.string, "CodeSha256")
    }
}

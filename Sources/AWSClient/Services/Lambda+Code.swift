import Text

extension Lambda {
    /// Where the code of a function is.
    public struct CodeSource: Sendable, Hashable {
        /// A bucket in the function's Region.
        public let bucket: String

        /// The object's key.
        public let key: String

        /// The object's version; nil is the newest.
        public let version: String?

        /// `arm64` or `x86_64`.
        public let architecture: String

        /// Names a place.
        public init(bucket: String, key: String, version: String?, architecture: String) {
            self.bucket = bucket
            self.key = key
            self.version = version
            self.architecture = architecture
        }
    }

    /// Changes the code of a function. It is in force when its `LastUpdateStatus` is `Successful`.
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html>
    ///
    /// - Parameters:
    ///   - name: of the function.
    ///   - source: where the code is.
    /// - Returns: a call that answers with the function's configuration, before it is in force.
    public static func updateFunctionCode(
        _ name: String, _ source: CodeSource
    ) -> AWS.Operation<Configuration> {
        let document = JSON.members([
            "S3Bucket": .string(source.bucket), "S3Key": .string(source.key),
            "S3ObjectVersion": source.version.map(JSON.string),
            "Architectures": .array([.string(source.architecture)]),
        ])
        return AWS.Operation(
            service, "UpdateFunctionCode",
            .put(
                path: "/2015-03-31/functions/\(PercentEncoding.encode(name))/code",
                headers: ["Content-Type": "application/json"], body: document.bytes)
        ) { answer throws(AWS.Unreadable) in
            try Configuration(answer.json())
        }
    }
}

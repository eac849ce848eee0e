import Text

/// AWS Secrets Manager. <https://docs.aws.amazon.com/secretsmanager/latest/apireference/>
public enum SecretsManager {
    static let service = AWS.Service(
        name: "secretsmanager", variable: "SECRETS_MANAGER",
        wire: .json(version: "1.1", target: "secretsmanager"))

    /// The text of a secret, which is never printed.
    public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
        /// The secret itself.
        public let text: String

        /// Does not contain the secret.
        public var description: String { "(secret)" }

        /// Keeps `dump` and test failures from looking inside.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// Reads the current version of a secret.
    /// <https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html>
    ///
    /// - Parameter secretID: name or ARN.
    /// - Returns: a call that answers with the text; a secret that is bytes is unreadable.
    public static func getSecretValue(secretID: String) -> AWS.Operation<Secret> {
        AWS.Operation(
            service, "GetSecretValue", .json(["SecretId": .string(secretID)])
        ) { answer throws(AWS.Unreadable) in
            Secret(text: try require(answer.json()["SecretString"]?.string, "SecretString"))
        }
    }
}

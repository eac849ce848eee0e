import System
import Text
import Time

extension AWS.CredentialSource {
    /// A program that prints credentials.
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html>
    ///
    /// - Parameters:
    ///   - line: the setting `credential_process`; it is not passed to a shell.
    ///   - profile: the profile it is in.
    ///   - world: gives the clock.
    ///   - limit: how long the program may take: a person may have to answer it.
    /// - Returns: a source that runs the program each time it is asked.
    static func process(
        _ line: String, profile: AWS.Profile, in world: World, limit: Duration = .seconds(60)
    ) -> AWS.CredentialSource {
        AWS.CredentialSource { deadline throws(AWS.CredentialsFailure) in
            guard let words = CommandLineWords.split(line), !words.isEmpty else {
                throw profile.failure(
                    "has a credential_process with an open quote, or an empty one")
            }
            let printed: [UInt8]
            do throws(ChildProcess.Problem) {
                printed = try ChildProcess.run(
                    words, before: deadline.capped(by: limit, in: world), in: world)
            } catch {
                throw profile.failure(
                    "has a credential_process that \(error)",
                    hint: "run it by hand and read its output")
            }
            guard let answer = JSON(printed) else {
                throw profile.failure("has a credential_process that does not print JSON")
            }
            guard answer["Version"]?.int == 1 else {
                throw profile.failure("has a credential_process whose answer is not of Version 1")
            }
            guard let credentials = AWS.Credentials(answer, token: "SessionToken") else {
                throw profile.failure(
                    "has a credential_process whose answer lacks AccessKeyId or SecretAccessKey,"
                        + " or whose Expiration is not a time")
            }
            return credentials
        }
    }
}

extension AWS.Credentials {
    /// Reads the document that processes and containers give.
    init?(_ document: JSON, token: String) {
        guard let key = document["AccessKeyId"]?.string, !key.isEmpty,
            let secret = document["SecretAccessKey"]?.string, !secret.isEmpty
        else { return nil }
        let expiration = document["Expiration"]?.string
        let end = expiration.flatMap(Timestamp.init(iso8601:))
        guard (end == nil) == (expiration == nil) else { return nil }
        self.init(
            accessKeyID: key, secretAccessKey: secret, sessionToken: document[token]?.string,
            expiration: end)
    }
}

extension ChildProcess.Problem: CustomStringConvertible {
    /// To follow "a program that".
    var description: String {
        switch self {
        case .notFound(let name): "cannot be found: \(name)"
        case .notStarted(let code): "cannot be started (error \(code))"
        case .outOfTime: "did not end in time"
        case .printedTooMuch: "printed more than \(SmallFile.limit) bytes"
        case .exited(let status): "ended with status \(status)"
        }
    }
}

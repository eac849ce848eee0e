/// Every error of the command line.
enum CommandError: Error, CustomStringConvertible {
    /// A file, and why it cannot be read.
    case unreadableFile(String, reason: String)

    /// A file, and why it cannot be written.
    case unwritableFile(String, reason: String)

    /// A file that starts like gzip but cannot be unpacked, and why.
    case brokenGzip(String, reason: String)

    /// A file that is not JSON: the line, what is wrong there, and the number of further places.
    case notJSON(String, line: Int, reason: String, more: Int)

    /// A file without any JSON.
    case noEvent(String)

    /// A file without a public key that the checker can use, and why.
    case noPublicKey(String, reason: String)

    /// The plan does not say which rules deployment makes, and why.
    case noRules(String)

    /// A plan into which no line can be written, and the line.
    case unchangeablePlan(String, line: String)

    var description: String {
        switch self {
        case .noRules(let reason):
            "the rules of this plan are not known: \(reason)"
        case .unreadableFile(let file, let reason):
            "\(file) cannot be read: \(reason)"
        case .unwritableFile(let file, let reason):
            "\(file) cannot be written: \(reason)"
        case .brokenGzip(let file, let reason):
            "\(file) cannot be unpacked: \(reason)"
        case .notJSON(let file, let line, let reason, let more):
            "\(file) is not JSON: line \(line): \(reason)"
                + (more == 0 ? "" : ", and in \(more) more place\(more == 1 ? "" : "s")")
        case .noPublicKey(let file, let reason):
            """
            \(file) does not contain a public key for signing in: \(reason)
            hint: get it with aws kms get-public-key --key-id KEY --output text \
            --query PublicKey, of a key with key spec RSA_2048 and usage SIGN_VERIFY
            """
        case .unchangeablePlan(let file, let line):
            """
            \(file) cannot take one more line: it is not a YAML mapping with a line for each key
            hint: name the trail in the plan yourself: \(line)
            """
        case .noEvent(let file):
            """
            \(file) is empty
            hint: it must contain an EventBridge event, a CloudTrail record or a CloudTrail log file
            """
        }
    }
}

/// Everything the command line can fail with.
enum CommandError: Error, CustomStringConvertible {
    /// A file, and why it cannot be read.
    case unreadableFile(String, reason: String)

    /// A file, and why it cannot be written.
    case unwritableFile(String, reason: String)

    /// A file that is no gzip although it starts like one: why.
    case brokenGzip(String, reason: String)

    /// A file that is no JSON: line, what is wrong there, and in how many places more.
    case notJSON(String, line: Int, reason: String, more: Int)

    /// A file without any JSON.
    case noEvent(String)

    /// A file that holds no public key that the checker could sign with: why.
    case noPublicKey(String, reason: String)

    var description: String {
        switch self {
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
            \(file) holds no public key to sign in with: \(reason)
            hint: make it by aws kms get-public-key --key-id KEY --output text \
            --query PublicKey, of a key with key spec RSA_2048 and usage SIGN_VERIFY
            """
        case .noEvent(let file):
            """
            \(file) is empty
            hint: give an EventBridge event, a CloudTrail record or a CloudTrail log file
            """
        }
    }
}

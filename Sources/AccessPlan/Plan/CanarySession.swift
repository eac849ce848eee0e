/// The names of the sessions in which the checker assumes the canary role.
public enum CanarySession {
    /// The hourly canary's, which is recorded when it arrives and goes no further.
    public static let hourly = "break-glass-canary"

    /// A deployment's, which the publisher passes on to the topic; `run` is the deployment's id, 16
    /// lower-case hexadecimal digits.
    public static func name(ofRun run: String) -> String { "\(hourly)-\(run)" }

    /// The deployment's id in the name of a session; `nil` in any other name.
    public static func run(inName name: String?) -> String? {
        guard let name, name.hasPrefix(hourly + "-") else { return nil }
        let run = String(name.dropFirst(hourly.count + 1))
        return isRun(run) ? run : nil
    }

    /// Whether a text is the id of a deployment.
    public static func isRun(_ text: String) -> Bool {
        text.utf8.count == 16
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }
}

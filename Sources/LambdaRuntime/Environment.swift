@preconcurrency internal import Glibc
public import Logging

/// The environment variables of the process, as they were when it started
/// (<https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>).
public struct Environment: Sendable {
    /// Every variable. Credentials are among them.
    public let values: [String: String]

    /// Makes an environment of given variables, e.g. in a test.
    public init(_ values: [String: String]) {
        self.values = values
    }

    /// The value of a variable; `nil` where it is not set.
    public subscript(name: String) -> String? {
        values[name]
    }

    /// The least level that is logged: `AWS_LAMBDA_LOG_LEVEL`, in Lambda's words; `info` where it
    /// is not set or unknown.
    public var logLevel: Logger.Level {
        switch values["AWS_LAMBDA_LOG_LEVEL"]?.uppercased() {
        case "TRACE": .trace
        case "DEBUG": .debug
        case "WARN": .warning
        case "ERROR": .error
        case "FATAL": .critical
        default: .info
        }
    }

    static func ofProcess() -> Environment {
        var values: [String: String] = [:]
        var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
        while let entry = next?.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                values[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            next = next?.successor()
        }
        return Environment(values)
    }
}

extension Environment: CustomStringConvertible {
    /// Says how many there are and shows none.
    public var description: String { "\(values.count) environment variables" }
}

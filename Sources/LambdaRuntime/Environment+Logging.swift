public import Logging
public import System

extension Environment {
    /// The lowest level that is logged: `AWS_LAMBDA_LOG_LEVEL`, in Lambda's terms; `info` if it is
    /// not set or unknown
    /// (<https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>).
    public var logLevel: Logger.Level {
        switch self["AWS_LAMBDA_LOG_LEVEL"]?.uppercased() {
        case "TRACE": .trace
        case "DEBUG": .debug
        case "WARN": .warning
        case "ERROR": .error
        case "FATAL": .critical
        default: .info
        }
    }
}

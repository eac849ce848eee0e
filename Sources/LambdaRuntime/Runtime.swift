// LambdaRuntime: AWS Lambda's Runtime API. It fetches one event after the other, passes each to a plain
// function and posts the result. One thread, one connection.

internal import Glibc
internal import Logging
public import System

/// Runs a Lambda function: the program's `main` in one call.
public enum Runtime {
    /// Handles one event: its bytes as received, and what Lambda provides about the invocation.
    ///
    /// A thrown error fails the invocation: its description becomes the error's message, seen by the
    /// caller, by Lambda's failure destination and in the log, so it must not contain a secret.
    public typealias Handler = (_ event: [UInt8], _ context: Context) throws -> [UInt8]

    /// Prepares the function and handles events until the execution environment ends.
    ///
    /// Logging is set up first: every `Logger` created after this call writes one JSON line per record
    /// to standard error, from the level in `AWS_LAMBDA_LOG_LEVEL` upward.
    ///
    /// - Parameter initialize: runs once, in Lambda's init phase; returns the handler. An
    ///   error is reported to Lambda as the reason why the function cannot start, and ends the
    ///   process with status 1.
    public static func run(_ initialize: (World) throws -> Handler) -> Never {
        // A peer that closes the connection during a write must not end the process.
        signal(SIGPIPE, SIG_IGN)
        let world = World.real
        LoggingSystem.bootstrap { label in
            JSONLineLogHandler(label: label, level: world.environment.logLevel)
        }
        let api: RuntimeAPI
        do throws(RuntimeError) {
            api = try RuntimeAPI(world)
        } catch {
            Output.standardError.write(Array("\(error)\n".utf8))
            exit(1)
        }
        let logger = Logger(label: "runtime")
        do {
            let handler = try initialize(world)
            InvocationLoop(api: api, logger: logger).run(handler)
        } catch {
            let report = ErrorReport(error, category: .runtime)
            logger.critical("the function cannot start", metadata: report.metadata)
            do throws(RuntimeError) {
                try api.reportInitError(report)
            } catch {
                logger.error("\(error)")
            }
        }
        exit(1)
    }
}

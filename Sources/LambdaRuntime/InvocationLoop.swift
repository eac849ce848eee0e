internal import Logging
import System

/// next → handle → response or error, until the Runtime API reports a fatal error.
struct InvocationLoop {
    let api: RuntimeAPI
    let logger: Logger
    private let traceVariable = TraceVariable()

    init(api: RuntimeAPI, logger: Logger) {
        self.api = api
        self.logger = logger
    }

    /// Returns when the process should end with a failure.
    func run(_ handler: Runtime.Handler) {
        var backoff = Backoff()
        while true {
            do throws(RuntimeError) {
                var invocation = try api.next()
                backoff = Backoff()
                try answer(invocation, with: handler)
                api.reuse(&invocation.event)
            } catch {
                if error.isFatal {
                    return logger.critical("\(error)")
                }
                // One line per series of failures: the log is charged by volume.
                if backoff.failures == 0 { logger.warning("\(error); retrying") }
                guard let delay = backoff.next() else {
                    return logger.critical("\(error); giving up after \(backoff.failures) attempts")
                }
                api.world.block(delay)
            }
        }
    }

    /// Handles one invocation and posts its outcome.
    ///
    /// - Throws: only what ends the process. Any other failed post concerns this invocation only:
    ///   Lambda fails it, and the loop continues with the next one.
    private func answer(
        _ invocation: borrowing Invocation, with handler: Runtime.Handler
    ) throws(RuntimeError) {
        let context = invocation.context
        traceVariable.set(context.traceID)
        CurrentRequest.id = context.requestID
        defer { CurrentRequest.id = nil }
        let response: [UInt8]
        do {
            response = try handler(invocation.event, context)
            guard response.count <= RuntimeAPI.largestResponse else {
                throw RuntimeError.responseTooLarge(bytes: response.count)
            }
        } catch {
            let report = ErrorReport(error, category: .function)
            logger.error("the invocation failed", metadata: report.metadata)
            return try settle(context) { () throws(RuntimeError) in
                try api.report(report, for: context.requestID)
            }
        }
        try settle(context) { () throws(RuntimeError) in
            try api.respond(to: context.requestID, with: response)
        }
    }

    private func settle(
        _ context: Context, post: () throws(RuntimeError) -> Void
    ) throws(RuntimeError) {
        do throws(RuntimeError) {
            try post()
        } catch {
            if error.isFatal { throw error }
            logger.error("\(error)")
        }
    }
}

import HTTP
import System
import Text

/// The calls of the Runtime API, version 2018-06-01
/// (<https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>).
struct RuntimeAPI {
    /// The most bytes that Lambda accepts as a response: 6 MB and an allowance for its envelope. It
    /// would reject a longer one with 413, after the upload.
    static let largestResponse = 6_291_556

    /// Measured with `Benchmarks/runtime`: 16 KB costs 5 to 10 % at 256 KB and 6 MB, more than
    /// 80 KB gains nothing.
    private static let receiveBuffer = 80 << 10

    /// Measured likewise. One send is fastest for a body of a few hundred kilobytes. For a body larger
    /// than the cache, pieces below 128 KB are a tenth faster than longer ones.
    private static func sendBuffer(for length: Int) -> Int {
        length > 512 << 10 ? 124 << 10 : 256 << 10
    }

    /// Gives clocks and waiting.
    let world: World

    private let handle: EasyHandle
    private let origin: EasyHandle.ParsedURL
    private let plainHeaders: EasyHandle.HeaderList
    private let jsonHeaders: EasyHandle.HeaderList

    /// Reads the API's address from the environment; does not connect yet.
    init(_ world: World) throws(RuntimeError) {
        self.world = world
        guard let endpoint = world.environment["AWS_LAMBDA_RUNTIME_API"], !endpoint.isEmpty else {
            throw .noEndpoint
        }
        do throws(EasyHandle.Failure) {
            EasyHandle.keepFreedMemory()
            handle = try EasyHandle()
            origin = try EasyHandle.ParsedURL("http://\(endpoint)/")
            // No header that the API does not read: each one costs time on both sides.
            plainHeaders = try EasyHandle.HeaderList([], leavingOut: ["Accept"])
            jsonHeaders = try EasyHandle.HeaderList(
                [("Content-Type", "application/json")], leavingOut: ["Accept", "Expect"])
        } catch {
            throw error.kind == .url ? .badEndpoint(endpoint) : .transfer("start", error)
        }
    }

    /// Waits for the next event without a limit: Lambda may freeze the process in the meantime.
    func next() throws(RuntimeError) -> Invocation {
        prepare("/2018-06-01/runtime/invocation/next", headers: plainHeaders)
        handle.setReceiveBuffer(Self.receiveBuffer)
        let status: Int
        do throws(EasyHandle.Failure) {
            status = try handle.perform()
        } catch {
            throw .transfer("next", error)
        }
        guard status == 200 else { throw .answer(status, to: "next") }
        let context = Context(in: world) { handle.header($0) }
        guard let context else { throw .noRequestID }
        return Invocation(context: context, event: handle.takeBody())
    }

    /// Posts what the handler returned.
    func respond(to requestID: String, with response: [UInt8]) throws(RuntimeError) {
        try post(
            "/2018-06-01/runtime/invocation/\(PercentEncoding.encode(requestID))/response",
            response,
            headers: jsonHeaders, call: "response")
    }

    /// Posts why the handler threw.
    func report(_ report: ErrorReport, for requestID: String) throws(RuntimeError) {
        try post(
            "/2018-06-01/runtime/invocation/\(PercentEncoding.encode(requestID))/error",
            report.body,
            headers: try headers(of: report), call: "error")
    }

    /// Posts why the function cannot start. The process should end afterwards.
    func reportInitError(_ report: ErrorReport) throws(RuntimeError) {
        try post(
            "/2018-06-01/runtime/init/error", report.body, headers: try headers(of: report),
            call: "init/error")
    }

    /// Reuses an event's memory after its last use.
    func reuse(_ event: inout [UInt8]) {
        handle.reuse(&event)
    }

    private func headers(of report: ErrorReport) throws(RuntimeError) -> EasyHandle.HeaderList {
        do throws(EasyHandle.Failure) {
            return try EasyHandle.HeaderList(
                [
                    ("Content-Type", "application/json"),
                    ("Lambda-Runtime-Function-Error-Type", report.headerValue),
                ], leavingOut: ["Accept", "Expect"])
        } catch {
            throw .transfer("error", error)
        }
    }

    /// Posts, and retries if the connection ended without an answer. The API accepts one answer per
    /// invocation and rejects the second, so a retry is safe.
    private func post(
        _ target: String, _ body: [UInt8], headers: EasyHandle.HeaderList, call: String
    ) throws(RuntimeError) {
        var backoff = Backoff(limit: 3)
        while true {
            prepare(target, headers: headers)
            handle.setMethod("POST")
            handle.ignoreHeaders()
            handle.setSendBuffer(Self.sendBuffer(for: body.count))
            let status: Int
            do throws(EasyHandle.Failure) {
                status = try handle.perform(sending: body)
            } catch {
                guard let delay = backoff.next() else { throw .transfer(call, error) }
                world.block(delay)
                continue
            }
            guard 200..<300 ~= status else { throw .answer(status, to: call) }
            return
        }
    }

    private func prepare(_ target: String, headers: EasyHandle.HeaderList) {
        handle.reset()
        handle.setURL(origin, target: target)
        handle.setHeaders(headers)
        handle.useHTTP1()
        handle.ignoreProxies()
    }
}

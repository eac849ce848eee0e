public import System

/// An HTTP/1.1 client for many requests at a time, from any task: one thread of its own, one
/// libcurl multi handle.
///
/// Connections, verification, redirects and proxies are those of ``Client``. Requests beyond
/// `limit` wait; the first to come is the first to be sent. The thread ends with the client.
public final class ConcurrentClient: Sendable {
    private let exchange: Exchange
    private let inbox: Inbox
    private let thread: WorkerThread

    /// Makes a client and starts its thread.
    ///
    /// - Parameters:
    ///   - world: gives the clock by which deadlines pass; its environment is read for
    ///     `AWS_CA_BUNDLE` only.
    ///   - caBundle: a file of trusted certificates to use if that variable does not name one.
    ///   - bodyLimit: longest body that is accepted, in bytes.
    ///   - connectTimeout: longest wait for a connection, TLS included.
    ///   - limit: most requests that are on their way at a time, and most connections; at least 1.
    /// - Throws: if libcurl or the thread cannot be started.
    public init(
        world: World, caBundle: String? = nil,
        bodyLimit: Int = Client.defaultBodyLimit, connectTimeout: Duration = .seconds(5),
        limit: Int = 256
    ) throws(EasyHandle.Failure) {
        exchange = Exchange(
            environment: world.environment, caBundle: caBundle, bodyLimit: bodyLimit,
            connectTimeout: connectTimeout)
        let waker = try Waker()
        inbox = Inbox(waker: waker)
        let limit = max(1, limit)
        let worker = Worker(
            inbox: inbox,
            multi: try MultiHandle(waker: waker, connections: limit, world: world),
            exchange: exchange, limit: limit, world: world)
        thread = try WorkerThread(running: worker)
    }

    deinit {
        // Every call in flight holds a reference to the client, so there are none left here.
        inbox.close()
        thread.join()
    }

    /// Sends a request and waits for the whole answer, or for the task to be canceled.
    ///
    /// - Parameters:
    ///   - request: an empty body is sent as zero bytes if the method implies a body.
    ///   - time: how long all of it may take, from when it is sent.
    ///   - deadline: when to return, even if the request was never sent.
    /// - Returns: the answer, with any status.
    /// - Throws: if no complete answer came. A failure of kind
    ///   ``EasyHandle/Failure/Kind/cancelled`` if the task was canceled: the transfer is ended
    ///   then, but the server may have acted on it.
    public func send(
        _ request: Request, within time: Duration, before deadline: Deadline = .never
    ) async throws(TransferError) -> Response {
        let call = Call(
            request: request, address: try exchange.address(of: request), time: time,
            deadline: deadline)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { inbox.post(call, answering: $0) }
        } onCancel: {
            inbox.cancel(call)
        }
        do throws(EasyHandle.Failure) {
            return try result.get()
        } catch {
            throw .failed(host: call.address.host, error)
        }
    }
}

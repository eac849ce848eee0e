public import HTTP
public import System

extension AWS {
    /// Sends requests at the same time, from one thread, which waits for whichever ends next.
    public protocol ParallelTransport: AnyObject {
        /// Starts a request, as ``HTTP/ParallelClient`` does.
        func start(
            _ request: Request, number: Int, within time: Duration, connecting: Duration,
            anew: Bool)

        /// Waits for the request that ends next; nil if none did in that time.
        func next(
            within time: Duration
        ) -> (number: Int, result: Result<Response, TransferError>)?
    }

    /// Real HTTP, which begins with the first request.
    public static func parallelTransport(_ world: World) -> any ParallelTransport {
        HTTP.ParallelClient(world: world)
    }

    /// One request after the other, as a client sends them: for tests of what does not depend on time.
    public final class SerialTransport: ParallelTransport {
        private let transport: Transport
        private let world: World
        private var waiting: [(request: Request, number: Int, time: Duration)] = []

        /// Sends as this client does.
        public init(of client: Client) {
            transport = client.transport
            world = client.world
        }

        /// Keeps the request until its turn comes.
        public func start(
            _ request: Request, number: Int, within time: Duration, connecting: Duration,
            anew: Bool
        ) {
            waiting.append((request, number, time))
        }

        /// Sends the request that was started first.
        public func next(
            within time: Duration
        ) -> (number: Int, result: Result<Response, TransferError>)? {
            guard !waiting.isEmpty else {
                world.block(time)
                return nil
            }
            let (request, number, limit) = waiting.removeFirst()
            do throws(TransferError) {
                return (number, .success(try transport(request, limit)))
            } catch {
                return (number, .failure(error))
            }
        }
    }
}

extension HTTP.ParallelClient: AWS.ParallelTransport {}

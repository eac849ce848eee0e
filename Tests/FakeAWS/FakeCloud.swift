public import AWSClient
public import FakeWorld
public import HTTP
import HTTPTypes
import Synchronization
import System

/// AWS as a function from call to answer, for clients of many tasks. Records all calls.
public final class FakeCloud: Sendable {
    /// One call as it arrived.
    public struct Call: Sendable, Hashable {
        /// E.g. `cloudformation`.
        public let service: String
        /// The Region in the host's name.
        public let region: String
        /// The operation's name; `GET` and the path for a service without names in its requests.
        public let action: String
        /// What was sent.
        public let body: String
        /// Who signed it: the name of ``caller(_:)``.
        public let caller: String
    }

    /// The machine that its clients run on. Time limits do not advance its time; short waits do.
    public let machine: FakeWorld
    private let answer: @Sendable (Call) -> Response
    private let seen = Mutex<[Call]>([])

    /// Answers every call by this function.
    public init(
        machine: FakeWorld = FakeWorld(shortWait: .seconds(60)),
        _ answer: @escaping @Sendable (Call) -> Response
    ) {
        self.machine = machine
        self.answer = answer
    }

    /// The calls so far.
    public var calls: [Call] { seen.withLock { $0 } }

    /// The names of the operations called so far.
    public var actions: [String] { calls.map(\.action) }

    /// A client that calls this.
    public var client: AWS.ConcurrentClient {
        AWS.ConcurrentClient(
            endpoints: AWS.Endpoints(environment: Environment([:])), world: machine.world
        ) { [self] request, _, _ throws(TransferError) in
            let call = Self.call(request)
            seen.withLock { $0.append(call) }
            return answer(call)
        }
    }

    /// Somebody who calls it.
    public static func caller(_ name: String = "own") -> AWS.Caller {
        AWS.Caller(name: name) { _ in
            AWS.Credentials(accessKeyID: name, secretAccessKey: "not-a-secret")
        }
    }

    private static func call(_ request: Request) -> Call {
        let parts = request.url.dropFirst("https://".count).split(
            separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let host = parts[0].split(separator: ".").map(String.init)
        let body = String(decoding: request.body, as: UTF8.self)
        let target = HTTPField.Name("X-Amz-Target").flatMap { request.headers[$0] }
        let action =
            target?.split(separator: ".").last
            ?? body.split(separator: "&").first { $0.hasPrefix("Action=") }?.dropFirst(7)
        let path = "\(request.method) /\(parts.count > 1 ? parts[1] : "")"
        return Call(
            service: host.first ?? "", region: host.count > 1 ? host[1] : "",
            action: action.map(String.init) ?? path, body: body,
            caller: request.headers[.authorization]?.split(separator: "Credential=").dropFirst()
                .first.map { String($0.prefix { $0 != "/" }) } ?? "")
    }
}

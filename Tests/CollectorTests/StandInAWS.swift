import FakeWorld
import HTTPTypes
import Synchronization

@testable import AWSClient
@testable import AccessPlan
@testable import Collector
@testable import HTTP
@testable import Snapshots
@testable import System

/// An AWS that answers each call by a closure, with two accounts, two Regions and two rules unless
/// told otherwise.
final class StandInAWS: Sendable {
    /// One call as it arrived.
    struct Call: Sendable, Hashable {
        let service: String
        let region: String
        let operation: String
        /// The access key's id, which names the account.
        let key: String
        let body: String
    }

    /// What a call is answered with.
    enum Reply: Sendable {
        /// As a set-up in order answers.
        case usual
        /// Something else.
        case this(Int, String)
        /// Nothing, until a second after the caller's time is up.
        case hang
        /// Nothing, in a world where the caller's time passes at once.
        case silence

        /// A refusal in the words of the JSON protocol.
        static func refuse(_ code: String) -> Reply { .this(400, #"{"__type":"\#(code)"}"#) }

        /// A refusal in the words of the Query protocol.
        static func refuseXML(_ code: String) -> Reply {
            .this(403, "<R><Error><Code>\(code)</Code></Error></R>")
        }
    }

    /// Time limits of whole runs do not advance its time; waits between calls do.
    let machine = FakeWorld(shortWait: .seconds(60))
    private let answer: @Sendable (Call) -> Reply
    private let seen = Mutex<[Call]>([])

    /// - Parameter override: answers what it wants to; the rest is answered as usual.
    init(_ override: @escaping @Sendable (Call) -> Reply = { _ in .usual }) {
        answer = override
    }

    /// What was asked so far.
    var calls: [Call] { seen.withLock { $0 } }

    func calls(_ operation: String) -> [Call] { calls.filter { $0.operation == operation } }

    var client: AWS.ConcurrentClient {
        var retry = RetryPolicy.aws
        retry.maximumAttempts = 3
        return AWS.ConcurrentClient(
            endpoints: AWS.Endpoints(environment: Environment([:])), retry: retry,
            world: machine.world
        ) { [self] request, time, _ throws(TransferError) in
            let call = Self.call(request)
            seen.withLock { $0.append(call) }
            switch answer(call) {
            case .usual: return Response(status: 200, body: Array(Self.usual(call).utf8))
            case .this(let status, let body):
                return Response(status: status, body: Array(body.utf8))
            case .silence: throw .failed(host: call.service, .waitedTooLong)
            case .hang:
                await machine.world.wait(time + .seconds(1))
                throw .failed(host: call.service, .waitedTooLong)
            }
        }
    }

    func collector(
        _ plan: Plan = .small, within time: Duration = .seconds(600),
        identityProvider: (any IdentityProviderReader)? = nil,
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) -> Collector {
        Collector(
            plan: plan, client: client,
            own: AWS.Caller(name: "own") { _ in
                AWS.Credentials(accessKeyID: "own", secretAccessKey: "s")
            }, identityProvider: identityProvider,
            deadline: machine.deadline(after: time), progress: progress)
    }

    func snapshot(_ plan: Plan = .small, within time: Duration = .seconds(600)) async -> Snapshot {
        await collector(plan, within: time).fill(Snapshot(takenAt: 1_800_000_000))
    }

    private static func call(_ request: Request) -> Call {
        let host = request.url.dropFirst("https://".count).prefix { $0 != "/" }.split(
            separator: ".")
        let body = String(decoding: request.body, as: UTF8.self)
        let target = HTTPField.Name("X-Amz-Target").flatMap { request.headers[$0] }?.split(
            separator: "."
        ).last
        let action = body.split(separator: "&").first { $0.hasPrefix("Action=") }?.dropFirst(7)
        let path = request.url.split(separator: "/").last
        let key = (request.headers[.authorization] ?? "").split(separator: "=").dropFirst().first
        return Call(
            service: String(host[0]), region: String(host[1]),
            operation: String(target ?? action ?? path ?? ""),
            key: String(key?.prefix { $0 != "/" } ?? ""), body: body)
    }
}

import FakeWorld
import HTTPTypes
import Synchronization
import Testing

@testable import AWSClient
@testable import HTTP
@testable import System
@testable import Time

/// The client for many calls over a transport that answers by a closure, in a world without waits.
struct ConcurrentClientTests {
    final class Script: Sendable {
        typealias Answer = @Sendable (_ number: Int, Request) -> Result<Response, TransferError>

        private let answer: Answer
        private let seen = Mutex<[Request]>([])
        let machine = FakeWorld(start: Timestamp(secondsSince1970: 1_440_938_160))

        init(_ answer: @escaping Answer) { self.answer = answer }

        var requests: [Request] { seen.withLock { $0 } }
        var waits: [Duration] { machine.waits }

        var client: AWS.ConcurrentClient {
            AWS.ConcurrentClient(
                endpoints: AWS.Endpoints(environment: Environment([:])),
                world: machine.world
            ) { [self] request, _, _ throws(TransferError) in
                let number = seen.withLock { seen in
                    seen.append(request)
                    return seen.count
                }
                return try answer(number, request).get()
            }
        }
    }

    private static let caller = AWS.Caller(name: "a") { _ in SignatureV4Tests.credentials }

    private func send(_ client: AWS.ConcurrentClient, as caller: AWS.Caller = caller) async throws
        -> String
    {
        try await client.send(
            ClientTests.publish, in: "eu-west-1", as: caller,
            before: client.world.deadline(after: .seconds(30)))
    }

    @Test func `a call is signed as the blocking client signs it`() async throws {
        let script = Script { _, _ in .success(ClientTests.published) }
        #expect(try await send(script.client) == "m1")
        let blocking = ClientTests.Script([.success(ClientTests.published)])
        _ = try blocking.send(blocking.client())
        #expect(script.requests == blocking.requests)
    }

    @Test func `what passes is tried again, what does not is told at once`() async throws {
        let script = Script { number, _ in
            .success(number < 3 ? ClientTests.error(503, "Busy") : ClientTests.published)
        }
        #expect(try await send(script.client) == "m1")
        #expect(script.waits == [.milliseconds(25), .milliseconds(50)])
        let refused = Script { _, _ in .success(ClientTests.error(400, "KMSDisabled")) }
        await #expect(throws: AWS.Failure.self) { try await send(refused.client) }
        #expect(refused.requests.count == 1)
    }

    @Test func `a wrong clock is put right once, for every later call`() async throws {
        let skewed = ClientTests.error(
            403, "SignatureDoesNotMatch", [.date: "Sun, 30 Aug 2015 13:36:00 GMT"])
        let script = Script { number, _ in .success(number == 1 ? skewed : ClientTests.published) }
        let client = script.client
        _ = try await send(client)
        _ = try await send(client)
        #expect(
            script.requests.map { $0.headers[.amzDate] } == [
                "20150830T123600Z", "20150830T133600Z", "20150830T133600Z",
            ])
    }

    @Test func `credentials that have ended are replaced once`() async throws {
        let number = Mutex(0)
        let caller = AWS.Caller(name: "a") { _ in
            let key = number.withLock { number in
                number += 1
                return "KEY\(number)"
            }
            return AWS.Credentials(accessKeyID: key, secretAccessKey: "s")
        }
        let script = Script { number, _ in
            .success(
                number == 1 ? ClientTests.error(403, "ExpiredToken") : ClientTests.published)
        }
        _ = try await send(script.client, as: caller)
        let keys = script.requests.map { $0.headers[.authorization]?.contains("KEY2") }
        #expect(keys == [false, true])
    }

    @Test func `a hundred calls at once ask for credentials once`() async {
        let fetches = Mutex(0)
        let caller = AWS.Caller(name: "a") { _ in
            fetches.withLock { $0 += 1 }
            // Gives the others the chance to ask, too.
            for _ in 0..<100 { await Task.yield() }
            return SignatureV4Tests.credentials
        }
        let script = Script { _, _ in .success(ClientTests.published) }
        let client = script.client
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { _ = try? await send(client, as: caller) } }
        }
        #expect(script.requests.count == 100)
        #expect(fetches.withLock { $0 } == 1)
    }

    @Test func `a caller without credentials is told the same for a minute, and not asked again`()
        async throws
    {
        let fetches = Mutex(0)
        let caller = AWS.Caller(name: "a") { _ throws(AWS.CredentialsFailure) in
            fetches.withLock { $0 += 1 }
            throw .none(searched: ["nowhere"])
        }
        let start = Timestamp(secondsSince1970: 1_000)
        for seconds: Int64 in [0, 10, 59, 61] {
            await #expect(throws: AWS.CredentialsFailure.none(searched: ["nowhere"])) {
                try await caller.credentials(at: start.advanced(by: seconds), before: .never)
            }
        }
        #expect(fetches.withLock { $0 } == 2)
    }

    @Test func `a service that does not answer at all is left alone after some attempts`() async {
        let silent = Script { _, _ in .failure(.failed(host: "h", .waitedTooLong)) }
        let client = silent.client
        for _ in 0..<50 { _ = try? await send(client) }
        #expect(silent.requests.count == 5)
        // Another Region is another host.
        _ = try? await client.send(
            ClientTests.publish, in: "us-east-1", as: Self.caller,
            before: client.world.deadline(after: .seconds(30)))
        #expect(silent.requests.count > 5)
    }

    @Test func `one answer in between shows that the service is there`() async {
        let flaky = Script { number, _ in
            number.isMultiple(of: 4)
                ? .success(ClientTests.error(400, "KMSDisabled"))
                : .failure(.failed(host: "h", .waitedTooLong))
        }
        let client = flaky.client
        for _ in 0..<10 { _ = try? await send(client) }
        #expect(flaky.requests.count == 40)
    }
}

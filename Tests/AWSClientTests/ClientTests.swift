import FakeWorld
import HTTPTypes
import Testing

@testable import AWSClient
@testable import HTTP
@testable import System
@testable import Time

/// The client over a transport that answers from a list, in a world where waiting takes no time.
struct ClientTests {
    /// Answers in turn, and what was asked and waited for.
    final class Script {
        var answers: [Result<Response, TransferError>]
        var requests: [Request] = []
        let machine = FakeWorld(start: Timestamp(secondsSince1970: 1_440_938_160))

        init(_ answers: [Result<Response, TransferError>]) { self.answers = answers }

        var waits: [Duration] { machine.waits }

        func send(_ client: AWS.Client, within time: Duration = .seconds(30)) throws -> String {
            try client.send(ClientTests.publish, before: machine.deadline(after: time))
        }

        func client(_ credentials: AWS.CredentialSource? = nil) -> AWS.Client {
            AWS.Client(
                region: "eu-west-1", endpoints: AWS.Endpoints(environment: Environment([:])),
                credentials: credentials ?? .fixed(SignatureV4Tests.credentials),
                world: machine.world
            ) { request, _ throws(TransferError) in
                self.requests.append(request)
                return try self.answers.removeFirst().get()
            }
        }
    }

    static func error(_ status: Int, _ code: String, _ headers: HTTPFields = [:]) -> Response {
        let body = "<ErrorResponse><Error><Code>\(code)</Code></Error></ErrorResponse>"
        return Response(status: status, headers: headers, body: Array(body.utf8))
    }

    static let published = Response(
        status: 200,
        body: Array("<R><PublishResult><MessageId>m1</MessageId></PublishResult></R>".utf8))
    static let publish = SNS.publish(topicARN: "t", message: "m")

    @Test func `what passes is tried again after a wait`() throws {
        let script = Script([
            .success(Self.error(500, "InternalError")), .success(Self.error(400, "Throttled")),
            .success(Self.published),
        ])
        #expect(try script.send(script.client()) == "m1")
        #expect(script.waits == [.milliseconds(25), .milliseconds(500)])
        #expect(script.requests.count == 3)
        #expect(script.requests[0].url == "https://sns.eu-west-1.amazonaws.com/")
    }

    @Test func `what does not pass is reported at once`() {
        let script = Script([.success(Self.error(400, "KMSDisabled"))])
        let failure = #expect(throws: AWS.Failure.self) {
            try script.send(script.client())
        }
        #expect(failure?.description == "sns Publish failed: KMSDisabled")
        #expect(script.waits.isEmpty)
    }

    @Test func `after the last attempt the last failure is reported, with their number`() {
        let script = Script(
            Array(repeating: .success(Self.error(503, "ServiceUnavailable")), count: 8))
        let failure = #expect(throws: AWS.Failure.self) {
            try script.send(script.client())
        }
        #expect(failure?.description == "sns Publish failed: ServiceUnavailable (8 attempts)")
        #expect(script.requests.count == 8)
    }

    @Test func `without time nothing is sent`() {
        let script = Script([])
        #expect(throws: AWS.Failure.outOfTime(Self.publish.call)) {
            try script.send(script.client(), within: .zero)
        }
    }

    @Test func `a clock that is wrong is corrected once, by the service's`() throws {
        let skewed = Self.error(
            403, "SignatureDoesNotMatch", [.date: "Sun, 30 Aug 2015 13:36:00 GMT"])
        let script = Script([
            .success(skewed), .success(Self.published), .success(Self.published),
        ])
        let client = script.client()
        _ = try script.send(client)
        _ = try script.send(client)
        #expect(
            script.requests.map { $0.headers[.amzDate] } == [
                "20150830T123600Z", "20150830T133600Z", "20150830T133600Z",
            ])
        #expect(script.waits.isEmpty)
        let twice = Script([.success(skewed), .success(skewed)])
        #expect(throws: AWS.Failure.self) {
            try twice.send(twice.client())
        }
    }

    @Test func `a wrong signature by the right clock is reported at once`() {
        let script = Script([
            .success(
                Self.error(403, "SignatureDoesNotMatch", [.date: "Sun, 30 Aug 2015 12:37:00 GMT"]))
        ])
        #expect(throws: AWS.Failure.self) {
            try script.send(script.client())
        }
        #expect(script.requests.count == 1)
    }

    @Test func `expired credentials are replaced once, if there are others`() throws {
        let script = Script([
            .success(Self.error(403, "ExpiredToken")), .success(Self.published),
        ])
        var number = 0
        let source = AWS.CredentialSource { _ in
            number += 1
            return AWS.Credentials(accessKeyID: "KEY\(number)", secretAccessKey: "s")
        }
        _ = try script.send(script.client(source))
        #expect(script.requests[1].headers[.authorization]?.contains("KEY2/") == true)
        let same = Script([.success(Self.error(403, "ExpiredToken"))])
        let failure = #expect(throws: AWS.Failure.self) {
            try same.send(same.client())
        }
        let hint = "the credentials have expired: sign in again"
        #expect(failure?.description.hasSuffix(hint) == true)
    }

    @Test func `credentials are asked for again shortly before they end`() throws {
        let script = Script(Array(repeating: .success(Self.published), count: 5))
        var number: Int64 = 0
        let source = AWS.CredentialSource { _ in
            number += 1
            return AWS.Credentials(
                accessKeyID: "KEY\(number)", secretAccessKey: "s",
                expiration: Timestamp(secondsSince1970: 1_440_938_160 + 3600 * number))
        }
        let client = script.client(source)
        for time in [0, 3299, 3301, 6899, 6901] as [Int64] {
            script.machine.advance(by: .seconds(time) - script.machine.elapsed)
            _ = try script.send(client)
        }
        #expect(number == 3)
    }

    @Test func `old credentials serve to their end where no new ones come`() throws {
        let script = Script(Array(repeating: .success(Self.published), count: 2))
        var isBroken = false
        let source = AWS.CredentialSource { _ throws(AWS.CredentialsFailure) in
            if isBroken { throw .none(searched: ["nowhere"]) }
            return AWS.Credentials(
                accessKeyID: "KEY", secretAccessKey: "s",
                expiration: Timestamp(secondsSince1970: 1_440_938_160 + 3600))
        }
        let client = script.client(source)
        _ = try script.send(client)
        isBroken = true
        script.machine.advance(by: .seconds(3500))
        _ = try script.send(client)
        script.machine.advance(by: .seconds(100))
        #expect(throws: AWS.Failure.credentials(.none(searched: ["nowhere"]))) {
            try script.send(client)
        }
    }
}

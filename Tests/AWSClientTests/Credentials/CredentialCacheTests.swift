import FakeWorld
import Testing

@testable import AWSClient
@testable import System
@testable import Time

struct CredentialCacheTests {
    private let machine = FakeWorld()

    private func credentials(_ key: String, lasting seconds: Int64? = 3_600) -> AWS.Credentials {
        AWS.Credentials(
            accessKeyID: key, secretAccessKey: "s",
            expiration: seconds.map { machine.now.advanced(by: $0) })
    }

    @Test func `an empty cache asks the source`() {
        #expect(AWS.CredentialCache().step(at: machine.now) == .fetch(meanwhile: nil))
    }

    @Test func `credentials are refreshed five minutes before they expire, and used to the end`() {
        var cache = AWS.CredentialCache()
        let first = credentials("A")
        cache.keep(.success(first), at: machine.now)
        machine.advance(by: .seconds(3_299))
        #expect(cache.step(at: machine.now) == .use(first))
        machine.advance(by: .seconds(2))
        #expect(cache.step(at: machine.now) == .fetch(meanwhile: first))
        machine.advance(by: .seconds(270))
        #expect(cache.step(at: machine.now) == .fetch(meanwhile: nil))
        let second = credentials("B")
        cache.keep(.success(second), at: machine.now)
        #expect(cache.step(at: machine.now) == .use(second))
    }

    @Test func `credentials without an end stay`() {
        var cache = AWS.CredentialCache()
        cache.keep(.success(credentials("A", lasting: nil)), at: machine.now)
        machine.advance(by: .seconds(86_400))
        #expect(cache.step(at: machine.now) == .use(credentials("A", lasting: nil)))
    }

    @Test func `a failure is kept for a minute; meanwhile valid credentials are used`() {
        let failure = AWS.CredentialsFailure.none(searched: ["nowhere"])
        var cache = AWS.CredentialCache()
        cache.keep(.failure(failure), at: machine.now)
        machine.advance(by: .seconds(59))
        #expect(cache.step(at: machine.now) == .fail(failure))
        machine.advance(by: .seconds(1))
        #expect(cache.step(at: machine.now) == .fetch(meanwhile: nil))
        let old = credentials("A", lasting: 200)
        cache.keep(.success(old), at: machine.now)
        #expect(cache.step(at: machine.now) == .use(old))
        cache.keep(.failure(failure), at: machine.now)
        #expect(cache.step(at: machine.now) == .use(old))
        machine.advance(by: .seconds(180))
        #expect(cache.step(at: machine.now) == .fetch(meanwhile: nil))
    }

    @Test func `a source that gives credentials with little time left is asked twice a minute`() {
        var cache = AWS.CredentialCache()
        let old = credentials("A", lasting: 200)
        cache.keep(.success(old), at: machine.now)
        machine.advance(by: .seconds(29))
        #expect(cache.step(at: machine.now) == .use(old))
        machine.advance(by: .seconds(1))
        #expect(cache.step(at: machine.now) == .fetch(meanwhile: old))
        cache.drop(old)
        #expect(cache.step(at: machine.now) == .fetch(meanwhile: nil))
    }

    @Test(arguments: [
        AWS.CredentialsFailure.source("the agent", problem: "hangs", hint: nil),
        .role(arn: "r", .outOfTime(AWS.Call(service: "sts", operation: "AssumeRole"))),
    ])
    func `a failure that may pass is kept for seconds`(_ failure: AWS.CredentialsFailure) {
        var cache = AWS.CredentialCache()
        cache.keep(.failure(failure), at: machine.now)
        #expect(cache.step(at: machine.now) == .fail(failure))
        machine.advance(by: .seconds(3))
        #expect(cache.step(at: machine.now) == .fetch(meanwhile: nil))
    }

    @Test func `dropped credentials are not used again, others are`() {
        var cache = AWS.CredentialCache()
        cache.keep(.success(credentials("A")), at: machine.now)
        cache.drop(credentials("B"))
        #expect(cache.step(at: machine.now) == .use(credentials("A")))
        cache.drop(credentials("A"))
        #expect(cache.step(at: machine.now) == .fetch(meanwhile: nil))
    }
}

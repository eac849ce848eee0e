import Testing

@testable import AWSClient
@testable import HTTP

struct RetryPolicyTests {
    static let call = AWS.Call(service: "sns", operation: "Publish")
    static let policy = RetryPolicy.aws

    static func refused(_ status: Int, _ code: String?) -> AWS.Failure {
        .refused(
            AWS.ServiceError(service: "sns", operation: "Publish", code: code, status: status),
            attempts: 1)
    }

    @Test func `a long body gets more time, and a short one does not`() {
        #expect(Self.policy.allowing(body: (1 << 20) - 1) == Self.policy)
        #expect(Self.policy.allowing(body: 7 << 20).attemptLimit == .seconds(80))
        // An operation that takes long needs more; none gets less.
        let patient = Self.policy.allowing(body: 0, atLeast: .seconds(120))
        #expect(patient.attemptLimit == .seconds(120))
        #expect(Self.policy.allowing(body: 0, atLeast: .seconds(1)) == Self.policy)
    }

    @Test(
        arguments: [
            (400, "Throttled"), (429, "TooManyRequestsException"), (429, nil),
            (500, "InternalError"),
            (503, nil), (502, nil), (400, "KMSThrottling"), (400, "ThrottlingException"),
            (400, "ProvisionedThroughputExceededException"), (408, nil), (400, "RequestTimeout"),
            (400, "InternalFailure"),
        ] as [(Int, String?)])
    func `what may pass is tried again`(status: Int, code: String?) {
        let delay = Self.policy.delay(
            after: Self.refused(status, code).verdict, attempt: 1, remaining: .seconds(60),
            random: 0.5)
        #expect(delay != nil)
    }

    @Test(
        arguments: [
            (400, "KMSDisabled"), (400, "KMSAccessDenied"), (400, "KMSInvalidState"),
            (400, "KMSNotFound"), (403, "AuthorizationError"), (404, "NotFound"), (403, nil),
            (400, "InvalidParameter"), (400, "ExpiredToken"),
            (400, "ConditionalCheckFailedException"),
            (301, nil),
        ] as [(Int, String?)])
    func `what will not pass is not`(status: Int, code: String?) {
        let delay = Self.policy.delay(
            after: Self.refused(status, code).verdict, attempt: 1, remaining: .seconds(60),
            random: 0.5)
        #expect(delay == nil)
    }

    @Test func `connection faults are tried again, a wrong certificate is not`() throws {
        let errors: [(TransferError, Bool)] = [
            (.badURL, false), (.noCABundle(host: "h", searched: []), false),
        ]
        for (error, isTried) in errors {
            let delay = Self.policy.delay(
                after: AWS.Failure.unreachable(Self.call, error, attempts: 1).verdict, attempt: 1,
                remaining: .seconds(60), random: 0.5)
            #expect((delay != nil) == isTried)
        }
    }

    @Test func `waits double, throttling waits longer, none is longer than the maximum`() {
        let wait = { (failure: AWS.Failure, attempt: Int) in
            Self.policy.delay(
                after: failure.verdict, attempt: attempt, remaining: .seconds(60), random: 0.999_999
            )
        }
        for attempt in 1...6 {
            let fault = wait(Self.refused(500, nil), attempt)
            let throttled = wait(Self.refused(429, nil), attempt)
            #expect(fault.map { $0 <= .milliseconds(50 << (attempt - 1)) } == true)
            #expect(throttled.map { $0 <= .seconds(5) && $0 > (fault ?? .zero) } == true)
        }
        #expect(wait(Self.refused(500, nil), 8) == nil)
    }

    @Test func `waits are spread from nothing to the ceiling`() {
        let wait = { random in
            Self.policy.delay(
                after: Self.refused(500, nil).verdict, attempt: 3, remaining: .seconds(60),
                random: random)
        }
        #expect(wait(0) == .zero)
        #expect(wait(0.5) == .milliseconds(100))
        #expect(wait(1) == .milliseconds(200))
        #expect(wait(7) == .milliseconds(200))
        #expect(wait(-.infinity) == .zero)
    }

    @Test(arguments: 1...7, [1, 99, 100, 101, 150, 500, 2_000, 60_000])
    func `time for an attempt is left after every wait`(attempt: Int, milliseconds: Int) {
        let remaining = Duration.milliseconds(milliseconds)
        for failure in [Self.refused(500, nil), Self.refused(429, nil)] {
            let delay = Self.policy.delay(
                after: failure.verdict, attempt: attempt, remaining: remaining, random: 1)
            if milliseconds <= 100 {
                #expect(delay == nil)
            } else {
                #expect(delay.map { $0 + .milliseconds(100) <= remaining } == true)
            }
        }
    }

    @Test func `an answer that is not what was promised is asked for once more`() {
        let failure = AWS.Failure.unreadable(Self.call, reason: "is no XML", requestID: nil)
        let delay = { attempt in
            Self.policy.delay(
                after: failure.verdict, attempt: attempt, remaining: .seconds(60), random: 1)
        }
        #expect(delay(1) != nil)
        #expect(delay(2) == nil)
    }

    @Test(arguments: [
        (1, 1), (1_999, 1_999), (3_000, 2_000), (15_000, 10_000), (900_000, 10_000),
    ])
    func `an attempt that hangs leaves time for another`(remaining: Int, attempt: Int) {
        #expect(
            Self.policy.attemptTime(remaining: .milliseconds(remaining)) == .milliseconds(attempt))
    }
}

import Testing

@testable import LambdaRuntime

struct RuntimeErrorTests {
    @Test(arguments: [
        (
            RuntimeError.answer(413, to: "response"),
            "runtime API call response was rejected: the payload is too large (413)"
        ),
        (.answer(403, to: "next"), "runtime API call next was answered with status 403"),
        (
            .responseTooLarge(bytes: 6_291_557),
            "the response has 6291557 bytes, Lambda accepts 6291556"
        ),
        (.badEndpoint("a\nb"), #"AWS_LAMBDA_RUNTIME_API is not a host and port: "a\nb""#),
    ])
    func `an error says what happened in one line`(error: RuntimeError, text: String) {
        #expect(error.description == text)
    }

    @Test func `only the container's own failure is fatal`() {
        #expect(RuntimeError.answer(500, to: "next").isFatal)
        for status in [0, 400, 403, 413, 501, 503, 599] {
            #expect(!RuntimeError.answer(status, to: "response").isFatal)
        }
        #expect(!RuntimeError.noRequestID.isFatal)
    }
}

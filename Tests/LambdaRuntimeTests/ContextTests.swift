import FakeWorld
import Testing

@testable import LambdaRuntime
@testable import System

struct ContextTests {
    static let requestID = "8476a536-e9f4-11e8-9739-2dfe598c3fcd"

    private let world = FakeWorld().world

    private func make(_ changes: [String: String?] = [:]) -> Context? {
        var fields: [String: String] = [
            "Lambda-Runtime-Aws-Request-Id": Self.requestID,
            "Lambda-Runtime-Deadline-Ms": "4102444800000",
            "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:eu-west-1:1:function:f",
            "Lambda-Runtime-Trace-Id": "Root=1-5bef4de7;Sampled=1",
            "Lambda-Runtime-Client-Context": #"{"custom":{}}"#,
            "Lambda-Runtime-Cognito-Identity": #"{"identityId":"x"}"#,
        ]
        for (name, value) in changes { fields["Lambda-Runtime-\(name)"] = value }
        return Context(in: world) { fields[$0] }
    }

    @Test func `every header of an event is read`() throws {
        let context = try #require(make())
        #expect(context.requestID == Self.requestID)
        #expect(context.invokedFunctionARN == "arn:aws:lambda:eu-west-1:1:function:f")
        #expect(context.traceID == "Root=1-5bef4de7;Sampled=1")
        #expect(context.clientContext == #"{"custom":{}}"#)
        #expect(context.cognitoIdentity == #"{"identityId":"x"}"#)
        #expect(context.deadline.remaining(in: world) > .seconds(86_400))
    }

    @Test(arguments: [nil, ""])
    func `without a request id there is no context`(id: String?) {
        #expect(make(["Aws-Request-Id": id]) == nil)
    }

    @Test func `whatever else is missing is left out`() throws {
        let requestID = Self.requestID
        let context = try #require(
            Context(in: world) { $0 == "Lambda-Runtime-Aws-Request-Id" ? requestID : nil })
        #expect(context.invokedFunctionARN == "")
        #expect(context.traceID == nil)
        #expect(context.clientContext == nil)
        #expect(context.cognitoIdentity == nil)
    }

    @Test(arguments: [nil, "", "soon", "1e12", " 5", "99999999999999999999"])
    func `a deadline that is no number counts as Lambda's default of 3 s`(text: String?) throws {
        let remaining = try #require(make(["Deadline-Ms": text])).deadline.remaining(in: world)
        #expect(remaining == .seconds(3))
    }

    @Test(arguments: ["0", "-1", "-9223372036854775808", "1000"])
    func `a deadline in the past leaves nothing`(text: String) throws {
        let context = try #require(make(["Deadline-Ms": text]))
        #expect(context.deadline.remaining(in: world) == .zero)
    }

    @Test func `the farthest deadline does not overflow`() throws {
        let context = try #require(make(["Deadline-Ms": "9223372036854775807"]))
        #expect(context.deadline.remaining(in: world) > .seconds(86_400))
    }
}

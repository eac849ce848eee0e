public import AWSClient
public import FakeWorld
public import HTTP
import HTTPTypes
import System

/// AWS as a function from call to answer, inside the process. Records all calls.
public final class FakeAWS {
    /// One call: `Publish`, the host, the body; for a service without operations in its requests, `PUT`
    /// and the path.
    public struct Call {
        /// The operation's name.
        public let action: String
        /// The host it was sent to.
        public let host: String
        /// What was sent.
        public let body: String
    }

    /// The machine that its clients run on.
    public let machine: FakeWorld

    /// The calls so far.
    public private(set) var calls: [Call] = []
    private let answer: (Call) -> Response

    /// Answers every call by this function.
    public init(machine: FakeWorld = FakeWorld(), _ answer: @escaping (Call) -> Response) {
        self.machine = machine
        self.answer = answer
    }

    /// The names of the operations called so far.
    public var actions: [String] { calls.map(\.action) }

    /// A client in `eu-west-1` that calls this.
    public var client: AWS.Client {
        client(in: "eu-west-1")
    }

    /// Sends what runs side by side to this, one after the other.
    public var parallel: any AWS.ParallelTransport { AWS.SerialTransport(of: client) }

    /// A client in a Region that calls this.
    public func client(in region: String) -> AWS.Client {
        let credentials = AWS.Credentials(
            accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "not-a-secret")
        return AWS.Client(
            region: region, endpoints: AWS.Endpoints(environment: Environment([:])),
            credentials: AWS.CredentialSource { _ in credentials },
            world: machine.world,
            transport: { request, _ in self.take(request) })
    }

    private func take(_ request: Request) -> Response {
        let body = String(decoding: request.body, as: UTF8.self)
        let target = request.headers[HTTPField.Name("X-Amz-Target") ?? .accept] ?? ""
        let action =
            target.isEmpty
            ? body.split(separator: "&").first { $0.hasPrefix("Action=") }?.dropFirst(7) ?? ""
            : target.split(separator: ".").last ?? ""
        if target.isEmpty, action.isEmpty { return take(path: request) }
        let host = request.url.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        let call = Call(action: String(action), host: host, body: body)
        calls.append(call)
        return answer(call)
    }
}

extension FakeAWS {
    private func take(path request: Request) -> Response {
        let parts = request.url.split(separator: "/", maxSplits: 2)
        let call = Call(
            action: "\(request.method) /\(parts.count > 2 ? parts[2] : "")",
            host: parts.count > 1 ? String(parts[1]) : "",
            body: String(decoding: request.body, as: UTF8.self))
        calls.append(call)
        return answer(call)
    }
}

extension Response {
    /// SNS accepted the message.
    public static let published = Response(
        status: 200,
        body: Array(
            """
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
            <MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult>\
            <ResponseMetadata><RequestId>d74b8436</RequestId></ResponseMetadata></PublishResponse>
            """.utf8))

    /// An error as the Query protocol writes it.
    public static func refused(_ code: String, status: Int = 400) -> Response {
        Response(
            status: status,
            body: Array(
                """
                <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error>\
                <Type>Sender</Type><Code>\(code)</Code><Message>no</Message></Error>\
                <RequestId>1f2e</RequestId></ErrorResponse>
                """.utf8))
    }

    /// The answer of DynamoDB or of any other service with a JSON protocol.
    public static func item(_ json: String) -> Response {
        Response(status: 200, body: Array(json.utf8))
    }

    /// DynamoDB's rejection of a conditional write, with the existing item.
    public static func conditionFailed(_ item: String) -> Response {
        Response(
            status: 400,
            body: Array(
                """
                {"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",\
                "message":"The conditional request failed","Item":\(item)}
                """.utf8))
    }
}

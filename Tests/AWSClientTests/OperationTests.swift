import HTTPTypes
import Testing
import Time

@testable import AWSClient
@testable import HTTP
@testable import Text

/// What is asked and how answers are read, without a network. That AWS understands the requests is
/// checked by botocore in Tests/Integration/aws.
struct OperationTests {
    private func answer(_ status: Int, _ body: String, _ type: String = "") -> AWS.Answer {
        AWS.Answer(
            Response(status: status, headers: [.contentType: type], body: Array(body.utf8)))
    }

    @Test func `a call of the Query protocol is a form`() {
        let publish = SNS.publish(
            topicARN: "arn:aws:sns:eu-west-1:123456789012:a", message: "x+y z\n",
            attributes: ["b": .strings(["1"]), "a": .number("2")])
        let request = publish.request(to: "https://sns.eu-west-1.amazonaws.com")
        #expect(request.method == .post)
        #expect(request.url == "https://sns.eu-west-1.amazonaws.com/")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == "Action=Publish&Version=2010-03-31&Message=x%2By%20z%0A"
                + "&MessageAttributes.entry.1.Name=a"
                + "&MessageAttributes.entry.1.Value.DataType=Number"
                + "&MessageAttributes.entry.1.Value.StringValue=2"
                + "&MessageAttributes.entry.2.Name=b"
                + "&MessageAttributes.entry.2.Value.DataType=String.Array"
                + "&MessageAttributes.entry.2.Value.StringValue=%5B%221%22%5D"
                + "&TopicArn=arn%3Aaws%3Asns%3Aeu-west-1%3A123456789012%3Aa")
    }

    @Test func `a call of a JSON protocol names its target`() {
        let request = KMS.describeKey(keyID: "alias/a").request(to: "http://127.0.0.1:5000/")
        #expect(request.url == "http://127.0.0.1:5000/")
        #expect(request.headers[.amzTarget] == "TrentService.DescribeKey")
        #expect(request.headers[.contentType] == "application/x-amz-json-1.1")
        #expect(request.body == Array(#"{"KeyId":"alias/a"}"#.utf8))
    }

    @Test func `a call without a body in its answer is a HEAD`() throws {
        let head = S3.headObject(bucket: "b", key: "f/a b.zip", owner: "123456789012")
        let request = head.request(to: "https://s3.eu-west-1.amazonaws.com")
        #expect(request.method == .head)
        #expect(request.url == "https://s3.eu-west-1.amazonaws.com/b/f/a%20b.zip")
        #expect(request.body == [])
        #expect(try head.result(answer(404, "")).get() == nil)
        #expect(head.result(answer(403, "")).failure != nil)
    }

    @Test(
        arguments: [
            ("FULL_OBJECT", "aGFzaA==", "v1", "aGFzaA==", "v1"),
            ("COMPOSITE", "aGFzaA==", "v1", nil, "v1"), (nil, "aGFzaA==-2", "null", nil, nil),
            (nil, "aGFzaA==", nil, "aGFzaA==", nil),
        ] as [(String?, String, String?, String?, String?)])
    func `S3 vouches for an object as a whole only`(
        type: String?, hash: String, version: String?, sha256: String?, id: String?
    ) throws {
        var response = Response(status: 200)
        func set(_ name: String, _ value: String?) throws {
            response.headers[try #require(HTTPField.Name(name))] = value
        }
        try set("x-amz-checksum-type", type)
        try set("x-amz-checksum-sha256", hash)
        try set("x-amz-version-id", version)
        try set("Last-Modified", "Wed, 21 Oct 2015 07:28:00 GMT")
        let head = S3.headObject(bucket: "b", key: "k", owner: "123456789012")
        let found = try #require(try head.result(AWS.Answer(response)).get())
        #expect(found.sha256 == sha256)
        #expect(found.id == id)
        #expect(found.writtenAt?.secondsSince1970 == 1_445_412_480)
    }

    @Test func `a hint names the permission as IAM does`() throws {
        let body = "<R><Error><Code>AccessDenied</Code><Message>m</Message></Error></R>"
        let alarms = CloudWatch.describeAlarms(prefix: "").result(answer(403, body)).failure
        #expect(
            alarms?.description.hasSuffix("allow cloudwatch:DescribeAlarms to the caller") == true)
        let topic = SNS.publish(topicARN: "t", message: "m").result(answer(403, body)).failure
        #expect(topic?.description.hasSuffix("allow sns:Publish to the caller") == true)
    }

    @Test func `an error of the Query protocol is read`() throws {
        let body = """
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type>
            <Code>KMSDisabled</Code><Message>The request was rejected because the key is disabled.
            </Message></Error><RequestId>1f2e</RequestId></ErrorResponse>
            """
        let result = SNS.publish(topicARN: "t", message: "m").result(answer(400, body))
        let failure = try #require(result.failure)
        #expect(
            failure.description
                == "sns Publish failed: KMSDisabled: The request was rejected because the key is "
                + "disabled. (request 1f2e)")
        #expect(failure.serviceError?.status == 400 && !failure.isThrottling)
    }

    @Test(
        arguments: [
            (
                #"{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":"m"}"#,
                nil
            ),
            (#"{"code":"ThrottlingException","Message":"m"}"#, nil),
            (#"{"message":"m"}"#, "ThrottlingException:http://internal.amazon.com/coral/x/"),
        ] as [(String, String?)])
    func `an error of the JSON protocols is read wherever its code stands`(
        body: String, header: String?
    ) {
        var answer = answer(400, body)
        if let header { answer = with(answer, .amznErrorType, header) }
        let error = KMS.describeKey(keyID: "k").result(answer).failure?.serviceError
        #expect(error?.code == "ThrottlingException" && error?.message == "m")
        #expect(error?.isThrottling == true)
    }

    @Test(arguments: [
        (
            "<html><body>502</body></html>", "text/html",
            "no AWS error in the answer (text/html, 29 bytes)"
        ),
        (
            "<!DOCTYPE html><html></html>", "text/html",
            "no AWS error in the answer (text/html, 28 bytes)"
        ),
        ("", "", "an empty answer"),
        ("{", "application/json", "no AWS error in the answer (application/json, 1 bytes)"),
        (
            "<ErrorResponse><Error><Code>Thro", "text/xml",
            "no AWS error in the answer (text/xml, 32 bytes)"
        ),
    ])
    func `an error that is none of AWS's still says what came`(
        body: String, type: String, text: String
    ) throws {
        let results = [
            SNS.publish(topicARN: "t", message: "m").result(answer(502, body, type)).failure,
            STS.getCallerIdentity().result(answer(502, body, type)).failure,
        ]
        for failure in results {
            let description = try #require(failure).description
            #expect(description.contains(" failed: status 502: \(text)"))
            #expect(description.contains("\nhint: the answer came from something in between"))
            #expect(failure?.serviceError?.isServerFault == true)
        }
        #expect(
            DynamoDB.getItem(table: "t", key: [:]).result(answer(502, body, type)).failure != nil)
    }

    @Test(arguments: ["", "<html/>", "<PublishResponse/>", "{}", "\u{0}"])
    func `a success that is none is unreadable`(body: String) {
        let failure = SNS.publish(topicARN: "t", message: "m").result(answer(200, body)).failure
        guard case .unreadable = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test func `a write counts only when DynamoDB says so`() throws {
        let put = DynamoDB.putItem(table: "t", item: [:])
        #expect(try put.result(answer(200, "{}")).get() == .written)
        #expect(put.result(answer(200, "<html/>")).failure != nil)
    }

    @Test func `a condition that does not hold is an answer, with the item that is there`() throws {
        let put = DynamoDB.putItem(
            table: "t", item: ["id": .string("1")],
            condition: .init("attribute_not_exists(#i)", names: ["#i": "id"]))
        let body = """
            {"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
             "message":"The conditional request failed","Item":{"id":{"S":"1"},"n":{"N":"-7"}}}
            """
        #expect(
            try put.result(answer(400, body)).get()
                == .conditionFailed(["id": .string("1"), "n": .number(-7)]))
        let bare = body.replacing(#","Item":{"id":{"S":"1"},"n":{"N":"-7"}}"#, with: "")
        #expect(try put.result(answer(400, bare)).get() == .conditionFailed(nil))
    }

    @Test func `placeholders of update and condition are sent together`() {
        let update = DynamoDB.updateItem(
            table: "t", key: ["id": .string("1")],
            update: .init("SET #a = :x", names: ["#a": "a"], values: [":x": .bool(true)]),
            condition: .init("#a = :y", values: [":y": .null]))
        #expect(
            update.input
                == .json([
                    "TableName": "t", "Key": ["id": ["S": "1"]], "UpdateExpression": "SET #a = :x",
                    "ConditionExpression": "#a = :y", "ReturnValues": "ALL_NEW",
                    "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
                    "ExpressionAttributeNames": ["#a": "a"],
                    "ExpressionAttributeValues": [
                        ":x": ["BOOL": .bool(true)], ":y": ["NULL": .bool(true)],
                    ],
                ]))
    }

    @Test func `each event has a result of its own`() throws {
        let entry = EventBridge.Entry(source: "s", detailType: "d", detail: "{}")
        let body = """
            {"FailedEntryCount":1,"Entries":[{"EventId":"1"},
             {"ErrorCode":"ThrottlingException","ErrorMessage":"slow down"}]}
            """
        let put = EventBridge.putEvents([entry, entry])
        #expect(
            try put.result(answer(200, body)).get() == [
                .accepted(eventID: "1"),
                .refused(code: "ThrottlingException", message: "slow down"),
            ])
        #expect(EventBridge.putEvents([entry]).result(answer(200, body)).failure != nil)
        #expect(put.result(answer(200, #"{"Entries":[{},{}]}"#)).failure != nil)
    }

    @Test func `a service's words stay on one line and end`() {
        let message = "a\nb\u{1B}[31m" + String(repeating: "x", count: 1000)
        let body = JSON.object(["__type": "E", "message": .string(message)]).text
        let error = KMS.describeKey(keyID: "k").result(answer(400, body)).failure?.serviceError
        #expect(error?.message?.hasPrefix("a b [31mxxx") == true)
        #expect(error?.message?.unicodeScalars.count == 501)
    }

    @Test func `an operation prints its name and no parameter`() {
        let operation = SNS.publish(topicARN: "t", message: "s3cr3t")
        var dumped = ""
        dump(operation, to: &dumped)
        #expect("\(operation)" == "sns Publish")
        #expect(!dumped.contains("s3cr3t"))
    }

    private func with(
        _ answer: AWS.Answer, _ name: HTTPField.Name, _ value: String
    ) -> AWS.Answer {
        var response = answer.response
        response.headers[name] = value
        return AWS.Answer(response)
    }
}

extension Result {
    fileprivate var failure: Failure? {
        if case .failure(let failure) = self { failure } else { nil }
    }
}

import HTTPTypes
import Testing

@testable import AWSClient
@testable import HTTP
@testable import Text
@testable import Time

/// The credentials, time, host and service of AWS's published test suite
/// ("aws4_testsuite"). Where the suite signs what is not a URL on the wire, botocore was asked.
struct SignatureV4Tests {
    static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    static let credentials = AWS.Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: secret)
    static let time = Timestamp(secondsSince1970: 1_440_938_160)
    static let host = "https://example.amazonaws.com"

    struct Vector: CustomTestStringConvertible {
        let testDescription: String
        var method = HTTPRequest.Method.get
        var url: String
        var headers: HTTPFields = [:]
        var body = ""
        var service = "service"
        var region = "us-east-1"
        var path = AWS.SignatureV4.PathRule.normalizedAndEncodedAgain
        var names = "host;x-amz-date"
        let signature: String
    }

    static let vectors = [
        Vector(
            testDescription: "nothing but a host", url: host,
            signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Vector(
            testDescription: "query in disorder", url: host + "/?Param2=value2&Param1=value1",
            signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        Vector(
            testDescription: "POST without a body", method: .post, url: host + "/",
            signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        Vector(
            testDescription: "POST of a form", method: .post, url: host + "/",
            headers: [.contentType: "application/x-www-form-urlencoded"], body: "Param1=value1",
            names: "content-type;host;x-amz-date",
            signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
        Vector(
            testDescription: "dot segments that lead to the root",
            url: host + "/example1/example2/../..",
            signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Vector(
            testDescription: "doubled slashes", url: host + "//example//",
            signature: "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"),
        Vector(
            testDescription: "a path that ends in dots", url: host + "/a/b/..",
            signature: "e7dfad111cdad6139e285ddec7592de69207ee936e9af6cffa906e281325f76a"),
        Vector(
            testDescription: "an encoded path is encoded again",
            url: host + "/example%20space/%E1%88%B4",
            signature: "a74e3f4c32aca9e2458b5b6554d4bad663c087372680e903b131d2016920a1f3"),
        Vector(
            testDescription: "query names that differ in case, are empty, or encoded",
            url: host + "/?a=b%20c&a=B&A=&-._~=x%2Fy%2Bz",
            signature: "a5513ae76c2cc61e8df2eadc0a4af7724e60d7a0fe4a37d2f119f975dbc15c89"),
        Vector(
            testDescription: "spaces in a header",
            url: host,
            headers: HTTPFields([
                .init(name: HTTPField.Name("My-Header1") ?? .date, value: "  value1   and  2 ")
            ]),
            names: "host;my-header1;x-amz-date",
            signature: "772f22c3ff16e1febd335aa264e7398e7719eca41897461e6ae365d2a7b78fe9"),
        Vector(
            testDescription: "a port that is not the scheme's own", url: "http://127.0.0.1:5000/",
            signature: "386a0f0db97b3e579bff836c61c3a29f74c55b51677884ada6f9af0d46d09f6e"),
        Vector(
            testDescription: "ListUsers, the example of AWS's documentation",
            url: "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08",
            headers: [.contentType: "application/x-www-form-urlencoded; charset=utf-8"],
            service: "iam", names: "content-type;host;x-amz-date",
            signature: "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"),
        Vector(
            testDescription: "an S3 path stands as it is sent",
            url: host + "/a//b/../c%20d%2Be.txt?list-type=2&prefix=x%2F", service: "s3",
            region: "eu-west-1", path: .asSent, names: "host;x-amz-content-sha256;x-amz-date",
            signature: "f374fdcf51662958ff2dadd91fa5d7ec57c34f48322674188feb519388d83edb"),
    ]

    @Test(arguments: vectors)
    func `a request is signed as AWS signs it`(vector: Vector) throws {
        let request = Request(
            method: vector.method, url: vector.url, headers: vector.headers,
            body: Array(vector.body.utf8))
        let signer = AWS.SignatureV4(
            credentials: Self.credentials, region: vector.region, service: vector.service,
            path: vector.path)
        let signed = try #require(signer.sign(request, at: Self.time))
        let scope = "20150830/\(vector.region)/\(vector.service)/aws4_request"
        #expect(
            signed.headers[.authorization]
                == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\(scope), "
                + "SignedHeaders=\(vector.names), Signature=\(vector.signature)")
        #expect(signed.headers[.amzDate] == "20150830T123600Z")
    }

    @Test func `a session token goes along and is signed`() throws {
        let token =
            "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRX"
            + "mxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsbu"
            + "rEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iP"
            + "PkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA=="
        let signer = AWS.SignatureV4(
            credentials: AWS.Credentials(
                accessKeyID: "AKIDEXAMPLE", secretAccessKey: Self.secret, sessionToken: token),
            region: "us-east-1", service: "service")
        let request = Request(method: .post, url: Self.host + "/")
        let signed = try #require(signer.sign(request, at: Self.time))
        #expect(signed.headers[.amzSecurityToken] == token)
        #expect(
            signed.headers[.authorization]?.hasSuffix(
                "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead") == true)
    }

    @Test func `the signing key is that of AWS's documentation`() {
        let signer = AWS.SignatureV4(
            credentials: Self.credentials, region: "us-east-1", service: "iam")
        #expect(
            Hexadecimal.encode(signer.signingKey(at: Self.time))
                == "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9")
    }

    @Test func `signing twice replaces the first signature`() throws {
        let signer = AWS.SignatureV4(
            credentials: Self.credentials, region: "us-east-1", service: "service")
        let once = try #require(signer.sign(Request(url: Self.host), at: Self.time))
        #expect(signer.sign(once, at: Self.time) == once)
    }

    @Test func `a proxy may change the user agent`() throws {
        let signer = AWS.SignatureV4(
            credentials: Self.credentials, region: "us-east-1", service: "service")
        let signed = try #require(
            signer.sign(Request(url: Self.host, headers: [.userAgent: "x"]), at: Self.time))
        #expect(signed.headers[.authorization]?.contains("Headers=host;x-amz-date,") == true)
    }

    @Test(arguments: ["", "example.com", "ftp://example.com", "https://", "https://a b/"])
    func `what is no URL is not signed`(url: String) {
        let signer = AWS.SignatureV4(
            credentials: Self.credentials, region: "us-east-1", service: "service")
        #expect(signer.sign(Request(url: url), at: Self.time) == nil)
    }

    @Test func `credentials print their id and no secret`() {
        let credentials = AWS.Credentials(
            accessKeyID: "AKIDEXAMPLE", secretAccessKey: "s3cr3t", sessionToken: "t0k3n")
        var dumped = ""
        dump(credentials, to: &dumped)
        let printed = "\(credentials) \(String(reflecting: [credentials])) \(dumped)"
        #expect(printed.contains("AKIDEXAMPLE"))
        #expect(!printed.contains("s3cr3t") && !printed.contains("t0k3n"))
    }
}

import FakeWorld
import HTTPTypes
import Testing

@testable import Crypto
@testable import HTTP
@testable import IdPClient
@testable import System
@testable import Text

/// How access tokens are asked for, used and renewed.
struct GrantTests {
    static let noncePlease = WebScript.answer(
        400, #"{"error":"use_dpop_nonce"}"#, ["dpop-nonce": "nonce1"])

    func group(_ client: WebAPI.Client) async throws -> Okta.Group {
        try await client.get(
            Okta.getGroup("00g1"), before: FakeWorld().deadline(after: .seconds(60)))
    }

    func claims(_ request: Request) throws -> JSON {
        let proof = (request.headers[.dpop] ?? "").split(separator: ".")
        #expect(proof.count == 3)
        let bytes = try #require(Base64.decodeURL(String(proof[1])))
        return try #require(JSON(bytes))
    }

    @Test func `the nonce is repeated in a fresh proof, with a fresh assertion`() async throws {
        let script = WebScript([Self.noncePlease, WebScript.token("t1"), WebScript.group])
        _ = try await group(script.okta(granted: true))
        let sent = script.requests
        #expect(sent.map(\.method) == [.post, .post, .get])
        #expect(sent[0].url == "https://example.okta.com/oauth2/v1/token")
        #expect(sent[0].body != sent[1].body)
        #expect(script.signatures == 2)
        let first = try claims(sent[0])
        let second = try claims(sent[1])
        #expect(first["nonce"] == nil)
        #expect(second["nonce"] == "nonce1")
        #expect(first["jti"] != second["jti"])
        #expect(sent[2].headers[.authorization] == "DPoP t1")
        let used = try claims(sent[2])
        #expect(used["htu"] == "https://example.okta.com/api/v1/groups/00g1")
        #expect(used["ath"]?.string == Base64.encodeURL(Hash.sha256(Array("t1".utf8))))
    }

    @Test func `the form asks for read scopes with a signed assertion`() async throws {
        let script = WebScript([WebScript.token("t1", kind: "Bearer"), WebScript.group])
        _ = try await group(script.okta(granted: true))
        let form = String(decoding: script.requests[0].body, as: UTF8.self)
        #expect(form.hasPrefix("grant_type=client_credentials&client_assertion_type=urn%3Aietf"))
        #expect(form.hasSuffix("&scope=okta.groups.read"))
        #expect(script.requests[1].headers[.authorization] == "Bearer t1")
        #expect(script.requests[1].headers[.dpop] == nil)
    }

    @Test func `a nonce that a resource asks for is repeated there`() async throws {
        let script = WebScript([
            WebScript.token("t1"),
            WebScript.answer(
                401, "",
                ["WWW-Authenticate": "DPoP error=\"use_dpop_nonce\"", "DPoP-Nonce": "n2"]),
            WebScript.group,
        ])
        _ = try await group(script.okta(granted: true))
        #expect(script.requests.count == 3)
        #expect(try claims(script.requests[2])["nonce"] == "n2")
        #expect(script.requests[2].headers[.authorization] == "DPoP t1")
    }

    @Test func `a token that is refused is renewed once`() async throws {
        let refusal = WebScript.answer(401, #"{"errorCode":"E0000011"}"#)
        let renewed = WebScript([
            WebScript.token("t1"), refusal, WebScript.token("t2"), WebScript.group,
        ])
        _ = try await group(renewed.okta(granted: true))
        #expect(renewed.requests.last?.headers[.authorization] == "DPoP t2")
        let refused = WebScript([
            WebScript.token("t1"), refusal, WebScript.token("t2"), refusal, WebScript.token("t3"),
        ])
        await #expect(throws: WebAPI.Failure.refused(status: 401, code: "E0000011")) {
            try await group(refused.okta(granted: true))
        }
        #expect(refused.requests.count == 4)
    }

    @Test func `one token serves everybody, and one refusal too`() async throws {
        let script = WebScript([WebScript.token("t1"), WebScript.group, WebScript.group])
        let client = script.okta(granted: true)
        _ = try await group(client)
        _ = try await group(client)
        #expect(script.signatures == 1)
        let refused = WebScript([WebScript.answer(401, #"{"error":"invalid_client"}"#)])
        let other = refused.okta(granted: true)
        for _ in 0..<3 {
            await #expect(throws: WebAPI.Failure.noToken(status: 401, code: "invalid_client")) {
                try await group(other)
            }
        }
        #expect(refused.requests.count == 1)
        #expect(refused.signatures == 1)
    }

    @Test func `no failure repeats a token, an assertion or what the server wrote`() async {
        let answers = [
            WebScript.answer(401, #"{"error":"topsecret topsecret","error_description":"t1"}"#),
            WebScript.answer(200, #"{"access_token":7,"token_type":"topsecret"}"#),
            WebScript.answer(200, #"{"access_token":"topsecret","token_type":"topsecret"}"#),
            WebScript.answer(200, "topsecret"),
        ]
        for answer in answers {
            let client = WebScript([answer]).okta(granted: true)
            let failure = await #expect(throws: WebAPI.Failure.self) { try await group(client) }
            var dumped = ""
            dump(failure, to: &dumped)
            #expect(!dumped.contains("topsecret"))
            #expect(!dumped.contains("signature"))
        }
    }
}

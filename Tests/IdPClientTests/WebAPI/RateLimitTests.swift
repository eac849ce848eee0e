import Testing

@testable import HTTP
@testable import IdPClient
@testable import System

struct RateLimitTests {
    static let refusal = #"{"errorCode":"E0000047"}"#

    func read(
        _ script: WebScript, within time: Duration = .seconds(60)
    ) async throws -> Okta.Group {
        try await script.okta().get(Okta.getGroup("00g1"), before: script.deadline(after: time))
    }

    @Test func `a reset is waited for, by the server's clock`() async throws {
        let script = WebScript([
            WebScript.answer(
                429, Self.refusal,
                [
                    "X-Rate-Limit-Limit": "600", "X-Rate-Limit-Remaining": "0",
                    "X-Rate-Limit-Reset": "784111797", "Date": "Sun, 06 Nov 1994 08:49:37 GMT",
                ]), WebScript.group,
        ])
        _ = try await read(script)
        // Once because the limit is used up, once because the call was refused: the same moment.
        #expect(script.waits.first == .seconds(20))
        #expect(script.requests.count == 2)
    }

    @Test func `a reset after the deadline is not waited for`() async {
        let script = WebScript([
            WebScript.answer(429, Self.refusal, ["X-Rate-Limit-Reset": "1700000090"]),
            WebScript.group,
        ])
        await #expect(throws: WebAPI.Failure.refused(status: 429, code: "E0000047")) {
            try await read(script)
        }
        #expect(script.waits.isEmpty)
        #expect(script.requests.count == 1)
    }

    @Test func `without a reset each wait is longer than the one before`() async {
        let script = WebScript(
            Array(repeating: WebScript.answer(429, Self.refusal), count: 10))
        await #expect(throws: WebAPI.Failure.refused(status: 429, code: "E0000047")) {
            try await read(script, within: .seconds(600))
        }
        #expect(script.waits == [0.5, 1, 2, 4, 8].map(Duration.seconds))
    }

    @Test func `too many calls at a time are not a limit that resets`() async throws {
        let script = WebScript([
            WebScript.answer(
                429, Self.refusal,
                [
                    "X-Rate-Limit-Limit": "0", "X-Rate-Limit-Remaining": "0",
                    "X-Rate-Limit-Reset": "1700000050",
                ]), WebScript.group,
        ])
        _ = try await read(script)
        #expect(script.waits == [.milliseconds(500)])
    }

    @Test func `after the last call of a limit nobody calls before the reset`() async throws {
        let last = WebScript.answer(
            200, String(decoding: WebScript.group.body, as: UTF8.self),
            [
                "X-Rate-Limit-Limit": "600", "X-Rate-Limit-Remaining": "0",
                "X-Rate-Limit-Reset": "1700000030",
            ])
        let script = WebScript([last, WebScript.group, ListTests.page([])])
        let client = script.okta()
        let deadline = script.deadline()
        _ = try await client.get(Okta.getGroup("00g1"), before: deadline)
        // Another limit is not used up.
        _ = await client.list(Okta.listApplicationGroups("a"), before: deadline)
        #expect(script.waits.isEmpty)
        await #expect(throws: WebAPI.Failure.refused(status: 429, code: nil)) {
            try await client.get(
                Okta.getGroup("00g2"), before: script.deadline(after: .seconds(20)))
        }
        #expect(script.requests.count == 2)
    }

    @Test func `a fault of the server passes, a refusal does not`() async throws {
        let script = WebScript([
            WebScript.answer(502, "<html>"), WebScript.answer(500, "{}"), WebScript.group,
        ])
        #expect(try await read(script).name == "aws#x#1")
        #expect(script.waits == [.milliseconds(100), .milliseconds(200)])
        for status in [301, 400, 401, 403, 404] {
            let script = WebScript([WebScript.answer(status, "{}")])
            await #expect(throws: WebAPI.Failure.refused(status: status, code: nil)) {
                try await read(script)
            }
            #expect(script.requests.count == 1)
        }
    }

    @Test func `nothing is sent after the deadline`() async {
        let script = WebScript([WebScript.group])
        await #expect(throws: WebAPI.Failure.outOfTime) {
            try await read(script, within: .zero)
        }
        #expect(script.requests.isEmpty)
    }
}

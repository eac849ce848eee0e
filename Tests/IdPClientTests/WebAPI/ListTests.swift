import Testing

@testable import HTTP
@testable import IdPClient
@testable import System

struct ListTests {
    static func page(_ ids: [String], next: String? = nil) -> Response {
        let items = ids.map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
        let own = #"<https://example.okta.com/api/v1/apps/a/groups?limit=200>; rel="self""#
        return WebScript.answer(
            200, "[\(items)]",
            next.map { ["Link": own, "link": "<\($0)>; rel=\"next\""] } ?? ["Link": own])
    }

    func read(_ script: WebScript) async -> WebAPI.Pages<String> {
        await script.okta().list(Okta.listApplicationGroups("a"), before: script.deadline())
    }

    @Test func `a list is read to its end, by links as they stand`() async {
        let next = "https://example.okta.com/api/v1/apps/a/groups?after=x%2By&limit=200"
        let script = WebScript([Self.page(["1", "2"], next: next), Self.page([])])
        #expect(await read(script) == WebAPI.Pages(items: ["1", "2"], count: 2))
        #expect(
            script.requests.map(\.url) == [
                "https://example.okta.com/api/v1/apps/a/groups?limit=200", next,
            ])
    }

    @Test(arguments: [
        "https://example.okta.com/api/v1/apps/a/groups?limit=200",
        "https://example.okta.com/api/v1/apps/a/groups?after=1",
    ])
    func `a link that leads back ends the list, not in its end`(next: String) async {
        let script = WebScript([
            Self.page(["1"], next: "https://example.okta.com/api/v1/apps/a/groups?after=1"),
            Self.page(["2"], next: next), Self.page(["3"], next: next),
        ])
        let pages = await read(script)
        #expect(pages.items == ["1", "2"])
        #expect(pages.failure == .unreadable(reason: "leads back to a page that was read before"))
    }

    @Test(arguments: [
        "https://example.okta.com.evil.example/api/v1/x", "http://example.okta.com/api/v1/x",
        "https://example.okta.com:8443/x", "https://example.okta.com@evil.example/", "/api/v1/x",
        "",
    ])
    func `the token is not taken to another host`(next: String) async {
        let script = WebScript([Self.page(["1"], next: next), Self.page(["2"])])
        let pages = await read(script)
        #expect(pages.items == ["1"])
        #expect(pages.failure == .unreadable(reason: "names a next page on another host"))
        #expect(script.requests.count == 1)
    }

    @Test(arguments: [
        #"[{"id":"1"},{"nid":"2"}]"#, #"[{"id":"1"},{"id":2}]"#, #"[{"id":"1"},"2"]"#,
        #"[{"id":"1"},{"id":""}]"#,
    ])
    func `an item that cannot be read ends the list`(body: String) async {
        let pages = await read(WebScript([WebScript.answer(200, body)]))
        #expect(pages.items == ["1"])
        #expect(pages.failure != nil)
        #expect(pages.count == 0)
    }

    @Test(arguments: [#"[{"id":"1"}"#, "{}", "", "<html>"])
    func `half a page is no page`(body: String) async {
        let pages = await read(WebScript([WebScript.answer(200, body)]))
        #expect(pages.items.isEmpty)
        #expect(pages.failure == .unreadable(reason: "is not a page of a list"))
    }

    @Test func `a page that is refused leaves what was read before it`() async {
        let script = WebScript([
            Self.page(["1"], next: "https://example.okta.com/api/v1/apps/a/groups?after=1"),
            WebScript.answer(403, #"{"errorCode":"E0000006","errorSummary":"topsecret"}"#),
        ])
        let pages = await read(script)
        #expect(pages.items == ["1"])
        #expect(pages.failure == .refused(status: 403, code: "E0000006"))
        #expect(pages.failure?.description == "403 E0000006")
    }
}

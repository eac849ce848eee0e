import Testing

@testable import HTTP

struct EasyHandleTests {
    @Test(arguments: [
        ("Name", "a\r\nForged: b"), ("Name", "a\nb"), ("Name", "a\0b"), ("", "a"), ("a b", "c"),
        ("a:", "c"), ("a\r\nb", "c"), ("é", "c"),
    ])
    func `a header field that would forge another is refused`(name: String, value: String) {
        #expect(throws: EasyHandle.Failure.self) { try EasyHandle.HeaderList([(name, value)]) }
    }

    @Test(arguments: [
        "", "a", "ftp://a/", "file:///etc/passwd", "http://", "http://a:99999/", "http://a b/",
        "http://a\0b/", "HTTPS//a", "//a/",
    ])
    func `what is no web address is refused`(text: String) {
        let failure = #expect(throws: EasyHandle.Failure.self) {
            _ = try EasyHandle.ParsedURL(text)
        }
        #expect(failure?.kind == .url)
    }

    @Test(arguments: ["/a b", "/a\r\nHost: x", "/a\0", "/\u{7f}"])
    func `a target that would forge the request is refused before anything is sent`(
        target: String
    ) throws {
        let handle = try EasyHandle()
        handle.setURL(try EasyHandle.ParsedURL("http://127.0.0.1:1/"), target: target)
        let failure = #expect(throws: EasyHandle.Failure.self) { try handle.perform() }
        #expect(failure?.kind == .url)
    }

    @Test(arguments: ["GET /x", "", "A\r\nB", "Ä"])
    func `a method that is no token is refused`(method: String) throws {
        let handle = try EasyHandle()
        handle.setURL(try EasyHandle.ParsedURL("http://127.0.0.1:1/"))
        handle.setMethod(method)
        let failure = #expect(throws: EasyHandle.Failure.self) { try handle.perform() }
        #expect(failure?.kind == .other)
    }

    @Test func `a refused option is forgotten with the reset`() throws {
        let handle = try EasyHandle()
        handle.setMethod("")
        handle.reset()
        handle.setURL(try EasyHandle.ParsedURL("http://127.0.0.1:1/"))
        handle.ignoreProxies()
        let failure = #expect(throws: EasyHandle.Failure.self) { try handle.perform() }
        #expect(failure?.kind == .connect)
        #expect(failure?.description.contains("127.0.0.1") == true)
        #expect(handle.status == 0)
    }

    @Test func `a body's memory is handed out and taken back`() throws {
        let handle = try EasyHandle()
        var storage = [UInt8](repeating: 1, count: 1_000)
        let place = storage.withUnsafeBytes { $0.baseAddress }
        handle.reuse(&storage)
        #expect(storage.isEmpty)
        var taken = handle.takeBody()
        taken.append(2)
        #expect(taken.withUnsafeBytes { $0.baseAddress } == place)
    }
}

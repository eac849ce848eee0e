import Testing

@testable import XML

@Suite struct XMLElementTests {
    @Test func `keeps lists, maps and nested elements apart`() throws {
        let document = """
            <a:R xmlns:a="urn:x"><Names><member> one </member><member>two</member></Names>
            <Map><entry><key>k</key><value>v &amp; w</value></entry><entry><key>e</key><value/></entry></Map>
            <Empty/><Deep><Deep>x</Deep></Deep></a:R>
            """
        let root = try XMLElement.read(Array(document.utf8))
        #expect(root.name == "R")
        #expect(root.members("Names").map(\.text) == ["one", "two"])
        #expect(root.map("Map") == ["k": "v & w", "e": ""])
        #expect(root.text("Empty") == nil)
        #expect(root["Deep"]?.text("Deep") == "x")
        #expect(root.members("Missing") == [])
    }

    @Test(arguments: ["", "x", "<a>", "<a/><b/>", "<!DOCTYPE a><a/>"])
    func `text that is not a whole document is rejected`(_ text: String) {
        #expect(throws: XMLReader.Invalid.self) { try XMLElement.read(Array(text.utf8)) }
    }
}

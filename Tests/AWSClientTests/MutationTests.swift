import Testing

@testable import AWSClient
@testable import HTTP
@testable import Text
@testable import XML

/// Documents bent at random, the same way in every run: whatever comes out, nothing may trap.
struct MutationTests {
    static let documents = [
        #"{"a":[1,-2.5e+3,"x\u00e9\ud83d\ude00\\",{"b":null,"c":[true,false]}],"Item":{"id":{"S":"1"}}}"#,
        "<?xml version='1.0'?><E xmlns='u'><Error><Code>a &amp; &#233;</Code></Error><![CDATA[x]]></E>",
        "[profile \"a b\"]\n# c\nregion = eu-west-1\ns3 =\n  x = y\n[services l]\nsts =\n endpoint_url = z\n",
        "http://[::1]:8080/a/../b%20c?d=e&f#g", "Sun, 30 Aug 2015 12:36:00 GMT",
        "program 'a b' \"c\\\"d\" e\\ f", "Zm9vYmFy",
    ]

    @Test(arguments: documents)
    func `nothing traps`(document: String) {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, bound)
        }
        let odd: [UInt8] = [
            0, 0x22, 0x5C, 0x5B, 0x7B, 0x3C, 0x26, 0x80, 0xED, 0xFF, 0x0A, 0x2D, 0x30,
        ]
        for _ in 0..<4_000 {
            var bytes = Array(document.utf8)
            for _ in 0...random(4) {
                let index = random(bytes.count)
                switch random(4) {
                case 0 where !bytes.isEmpty: bytes.remove(at: index)
                case 1: bytes.insert(odd[random(odd.count)], at: index)
                case 2 where !bytes.isEmpty: bytes[index] = UInt8(random(256))
                default: bytes = Array(bytes.prefix(index)) + bytes.dropFirst(random(bytes.count))
                }
            }
            read(bytes)
        }
    }

    private func read(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if let value = JSON(bytes) {
            #expect(JSON(value.bytes) == value)
            _ = value["Item"]?.item
        }
        _ = try? XMLFields(bytes, ["Error/Code"])
        _ = AWS.ProfileFiles(config: text, credentials: text).profile("a b")
        if let address = Address(text) { #expect(Address(address.url) == address) }
        _ = CommandLineWords.split(text)
        _ = Base64.decode(text)
        for status in [200, 400] {
            let answer = AWS.Answer(Response(status: status, body: bytes))
            _ = SNS.publish(topicARN: "t", message: "m").result(answer)
            _ = DynamoDB.getItem(table: "t", key: [:]).result(answer)
            _ = EventBridge.putEvents([]).result(answer)
        }
    }
}

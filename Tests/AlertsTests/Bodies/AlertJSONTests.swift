import Calls
import Foundation
import Testing

@testable import Alerts

struct AlertJSONTests {
    /// The contract's top-level names, in order.
    static let names = [
        "schema", "due", "id", "kind", "severity", "headline", "outcome", "expected", "person",
        "principal", "actor", "role", "account", "mfa", "session", "resource", "change",
        "eventName", "eventSource", "eventTime", "delaySeconds", "region", "awsRegion", "sourceIP",
        "userAgent", "unusual", "notLookedUp", "contacts", "nextSteps", "links",
    ]

    @Test func `an alert that knows nothing has every object and null for every scalar`() {
        let json = String(decoding: Alert().json, as: UTF8.self)
        #expect(
            json == """
                {"schema":"breakglass.alert/1","due":false,"id":null,"kind":"other",\
                "severity":"medium","headline":"",\
                "outcome":{"result":"unknown","code":null,"reason":null},\
                "expected":{"state":"unexpected","incident":null},\
                "person":{"name":null,"source":null,"vouched":false},\
                "principal":{"type":null,"arn":null,"name":null,"accountID":null,\
                "accessKeyID":null,"identityProvider":null},\
                "actor":{"kind":"unknown","account":null,"agent":null,"audience":null},\
                "role":{"arn":null,"name":null,"sessionName":null,"assumedRoleARN":null,\
                "assumedRoleID":null,"access":null},\
                "account":{"recordedIn":null,"caller":null,"target":null,"names":{}},\
                "mfa":"unknown","session":{"thread":null,"step":null,"issuedAccessKeyID":null,\
                "expiration":null,"sourceIdentity":null,"sharedEventID":null},\
                "resource":{"type":null,"arn":null},"change":null,"eventName":null,"eventSource":null,\
                "eventTime":null,"delaySeconds":null,"region":null,"awsRegion":null,\
                "sourceIP":null,"userAgent":null,"unusual":[],"notLookedUp":[],"contacts":[],"nextSteps":[],\
                "links":{}}
                """)
    }

    @Test func `an attempt that failed changed nothing, and a root task has no MFA of its own`() {
        let failed = StepSamples.alert(.user, .changeDenied) {
            $0.change = .init("access key", now: "one more")
        }
        #expect(String(decoding: failed.json, as: UTF8.self).contains(#""change":null"#))
        #expect(failed.message.text.contains("nothing was changed, the attempt failed"))
        let task = StepSamples.alert(.rootTask, .activity) { $0.mfa = .no }
        #expect(String(decoding: task.json, as: UTF8.self).contains(#""mfa":"unknown""#))
    }

    @Test func `names are in the contract's order`() throws {
        let json = String(decoding: Alert().json, as: UTF8.self)
        var rest = Substring(json)
        for name in Self.names {
            let found = try #require(rest.range(of: "\"\(name)\":"), "\(name) is missing or late")
            rest = rest[found.upperBound...]
        }
    }

    @Test func `the same alert gives the same bytes in any order of its names`() {
        var one = Alert()
        var other = Alert()
        for id in 0..<20 { one.account.names["\(id)"] = "n" }
        for id in (0..<20).reversed() { other.account.names["\(id)"] = "n" }
        #expect(one.json == other.json)
    }

    @Test(arguments: [
        "", "plain", "\"quoted\" \\ back", "line\nbreak\r\ttab", "\u{0}\u{1}\u{1F}\u{7F}\u{85}",
        "\u{2028}\u{2029}", "\u{202E}evil\u{202C}", "zero\u{200B}width", "tag \u{E0041}",
        "\u{10FFFF}", "Zoë 東京 🚨", "</script>", String(repeating: "a\"", count: 99),
        "1234567\u{1}", "12345678\u{1F}9", "\u{FEFF}x", "e\u{301}",
    ])
    func `every text survives the way through JSON`(text: String) throws {
        var alert = Alert()
        alert.userAgent = text
        alert.account.names = [text: text]
        alert.links = [Alert.Link(name: text, url: text)]
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(alert.json)) as? [String: Any])
        #expect(object["userAgent"] as? String == text)
        let account = try #require(object["account"] as? [String: Any])
        #expect(account["names"] as? [String: String] == [text: text])
        #expect(object["links"] as? [String: String] == [text: text])
    }

    @Test func `what does not show is escaped in the JSON's own text`() {
        var alert = Alert()
        alert.userAgent = "a\u{202E}b\u{200B}c\u{2028}d\u{7F}e\u{E0041}"
        let json = String(decoding: alert.json, as: UTF8.self)
        #expect(json.contains(#""a\u202eb\u200bc\u2028d\u007fe\udb40\udc41""#))
    }

    @Test func `sentences are harmless to show, facts are exact`() throws {
        var alert = Alert()
        alert.headline = "@channel \u{202E}x"
        alert.unusual = ["see https://evil.example"]
        alert.userAgent = "@channel https://evil.example"
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(alert.json)) as? [String: Any])
        #expect(object["headline"] as? String == "(at)channel <U+202E>x")
        #expect(object["unusual"] as? [String] == ["see https[:]//evil[.]example"])
        #expect(object["userAgent"] as? String == "@channel https://evil.example")
    }

    @Test func `a field that is too long is cut at a whole character, with a mark`() throws {
        var alert = Alert()
        alert.userAgent = String(repeating: "é", count: 100_000)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(alert.json)) as? [String: Any])
        let agent = try #require(object["userAgent"] as? String)
        #expect(agent == String(repeating: "é", count: 2048) + "…(cut, 97952 characters)")
    }
}

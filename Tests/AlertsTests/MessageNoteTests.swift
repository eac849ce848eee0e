import Testing
import Text

@testable import Alerts

@Suite struct MessageNoteTests {
    private let note = "This alert may be a repeat: \"no\" answer."

    @Test func `every body says it`() throws {
        var message = Message()
        message.text = "Root signed in"
        message.email = "Root signed in now"
        message.sms = "Root signed in"
        message.https = #"{"version":"1.0","content":{"title":"Root","description":"signed in"}}"#
        message.sqs = #"{"schema":"breakglass.alert/1","id":"e-1"}"#
        message.add(note: note)
        #expect(message.text == "Root signed in\n\n" + note)
        #expect(message.email == "Root signed in now\n\n" + note)
        #expect(message.sms == "May be a repeat: Root signed in")
        let chat = try #require(message.https.flatMap { JSON(Array($0.utf8)) })
        #expect(chat["content"]?["description"]?.string == "signed in\n\n" + note)
        #expect(chat["content"]?["title"]?.string == "Root")
        #expect(chat["version"]?.string == "1.0")
        let alert = try #require(message.sqs.flatMap { JSON(Array($0.utf8)) })
        #expect(alert["note"]?.string == note)
        #expect(alert["id"]?.string == "e-1")
    }

    @Test func `a text message keeps its length`() {
        var message = Message()
        message.sms = String(repeating: "x", count: 140)
        message.add(note: note)
        #expect(message.sms?.count == 140)
    }

    @Test(arguments: ["", "text", "[1]", #"{"content":1}"#])
    func `a body of another form stays as it is`(_ body: String) {
        var message = Message()
        message.https = body
        message.add(note: note)
        #expect(message.https == body)
        #expect(message.email == nil && message.sms == nil && message.sqs == nil)
    }
}

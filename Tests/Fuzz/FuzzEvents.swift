import AccessPlan
import Alerts
import Events
import Text

/// For any bytes: the reader returns an alert, and every body of it is within its limits.
///
/// `Tests/Fuzz/fuzz` builds it, with the modules that it imports.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEvent(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let now = 1_782_907_500.0
    check(FuzzPlan.reader.alert(from: bytes, now: now))
    let essentials = EventReader.essentials(of: bytes, now: now, because: "the enricher failed")
    demand(essentials.due, "the essentials of any event raise an alert")
    check(essentials)
    // The enricher redacted its answer. It is passed on unchanged.
    if let message = InvocationRecord(bytes).message { check(message, isAnswer: true) }
    if let message = Message(decoding: bytes) { check(message, isAnswer: true) }
    return 0
}

private func check(_ alert: Alert) {
    checkJSON(alert.json, "alert")
    let message = alert.message
    demand(message.due == alert.due, "due is lost")
    demand(alert.encodedMessage == message.encoded, "the message that is written directly differs")
    check(message)
    for body in [message.sqs, message.https].compactMap({ $0 }) {
        checkJSON(Array(body.utf8), "body for machines")
    }
    demand((message.sms?.utf8.count ?? 0) <= 140, "the SMS's length")
    // Line breaks are the e-mail's own; every other control character is made visible.
    for scalar in (message.email ?? message.text).unicodeScalars where scalar != "\n" {
        demand(!scalar.isInvisible, "the e-mail hides U+\(String(scalar.value, radix: 16))")
    }
}

/// A message. With `isAnswer`, somebody else than the enricher may have written it.
private func check(_ message: Message, isAnswer: Bool = false) {
    checkJSON(message.encoded, "message", mayShowTokens: isAnswer)
    let subject = message.snsSubject
    demand((1...100).contains(subject.utf8.count), "subject's length")
    demand(subject.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "subject's characters")
    let attributes = message.attributes.reduce(subject.utf8.count) {
        $0 + $1.name.utf8.count + "String".utf8.count + $1.value.utf8.count
    }
    for audience in Message.Audience.allCases {
        let text = message.snsMessage(for: audience)
        demand(text.utf8.count + attributes <= 262_144, "the message's size")
        checkJSON(Array(text.utf8), "SNS message", mayShowTokens: isAnswer)
    }
}

/// Prints what is wrong before it traps: optimized builds omit the text of a precondition.
private func demand(_ holds: Bool, _ text: @autoclosure () -> String) {
    if !holds { fatalError(text()) }
}

private func checkJSON(_ bytes: [UInt8], _ what: String, mayShowTokens: Bool = false) {
    demand(
        StrictJSON.accepts(bytes), "\(what) is not JSON: \(String(decoding: bytes, as: UTF8.self))")
    if mayShowTokens { return }
    // A shorter text is not a usable token: the beginning of one may remain if a text was cut.
    let text = String(decoding: bytes, as: UTF8.self)
    let tail = text.split(separator: "IQoJ", omittingEmptySubsequences: false).dropFirst()
    let hasToken = tail.contains { $0.utf8.prefix(12).count { isBase64($0) } == 12 }
    demand(!hasToken, "\(what) shows a token: \(text)")
}

private func isBase64(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
}

private enum FuzzPlan {
    static let reader: EventReader = {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.breakGlassUsers = ["BreakglassUser1", "BreakglassUser2"]
        plan.identityProvider = Plan.IdentityProvider(kind: .okta)
        plan.accounts = [
            Plan.Account(number: 1, id: "111122223333", name: "production", roles: ["RO", "Ops"])
        ]
        return EventReader(plan: plan)
    }()
}

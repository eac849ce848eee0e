/// Whatever the bytes are: an alert comes of it, and every body of it keeps its promises.
///
/// Compiled into one module with the sources of BreakGlass by `Tests/Fuzz/fuzz`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEvent(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let now = 1_782_907_500.0
    check(FuzzPlan.reader.alert(from: bytes, now: now))
    let essentials = EventReader.essentials(of: bytes, now: now, because: "the enricher failed")
    precondition(essentials.due, "the essentials of any event are told")
    check(essentials)
    if let message = InvocationRecord(bytes).message { check(message) }
    if let message = Message(decoding: bytes) { check(message) }
    return 0
}

private func check(_ alert: Alert) {
    checkJSON(alert.json, "alert")
    let message = alert.message
    precondition(message.due == alert.due, "due is lost")
    check(message)
    for body in [message.sqs, message.https].compactMap({ $0 }) {
        checkJSON(Array(body.utf8), "body for machines")
    }
    precondition((message.sms?.utf8.count ?? 0) <= 140, "the SMS's length")
    // Line breaks are the e-mail's own; every other control character is made visible.
    for scalar in (message.email ?? message.text).unicodeScalars where scalar != "\n" {
        precondition(!scalar.isInvisible, "the e-mail hides U+\(String(scalar.value, radix: 16))")
    }
}

/// A message that anybody may have shaped.
private func check(_ message: Message) {
    checkJSON(message.encoded, "message")
    let subject = message.snsSubject
    precondition((1...100).contains(subject.utf8.count), "subject's length")
    precondition(subject.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "subject's characters")
    let attributes = message.attributes.reduce(subject.utf8.count) {
        $0 + $1.name.utf8.count + "String".utf8.count + $1.value.utf8.count
    }
    for audience in Message.Audience.allCases {
        let text = message.snsMessage(for: audience)
        precondition(text.utf8.count + attributes <= 262_144, "the message's size")
        checkJSON(Array(text.utf8), "SNS message")
    }
}

private func checkJSON(_ bytes: [UInt8], _ what: String) {
    precondition(
        StrictJSON.accepts(bytes), "\(what) is no JSON: \(String(decoding: bytes, as: UTF8.self))")
    let hasToken = bytes.withUnsafeBufferPointer { bytes in
        bytes.indices.dropLast(3).contains {
            bytes[$0] == UInt8(ascii: "I") && bytes[$0 + 1] == UInt8(ascii: "Q")
                && bytes[$0 + 2] == UInt8(ascii: "o") && bytes[$0 + 3] == UInt8(ascii: "J")
        }
    }
    precondition(!hasToken, "\(what) shows a token: \(String(decoding: bytes, as: UTF8.self))")
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
        return EventReader(plan: plan.compiled)
    }()
}

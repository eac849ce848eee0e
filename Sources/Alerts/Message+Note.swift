import Text

extension Message {
    /// Adds a sentence to every body: at the end of the texts that people read, as the member `note` of
    /// the alert as JSON. A text message has room for "May be a repeat" only.
    /// - Parameter note: one sentence with its full stop, not of anybody's choosing.
    public mutating func add(note: String) {
        text += "\n\n" + note
        if let text = email { email = text + "\n\n" + note }
        sms = sms.map { String(("May be a repeat: " + $0).prefix(140)) }
        if let body = sqs, body.hasPrefix("{\"") {
            sqs = "{\"note\":" + JSON.string(note).text + "," + body.dropFirst()
        }
        https = https.map { Self.chat($0, adding: note) }
    }

    /// A chat notification with a sentence at its end; as it was if it is none.
    private static func chat(_ body: String, adding note: String) -> String {
        guard var whole = JSON(Array(body.utf8))?.object,
            var content = whole["content"]?.object, let text = content["description"]?.string
        else { return body }
        content["description"] = .string(text + "\n\n" + note)
        whole["content"] = .object(content)
        return JSON.object(whole).text
    }
}

package import Alerts
import Text

extension Message {
    /// The message as one line of JSON, written part by part: `Alert.encodedMessage` writes the same
    /// at once.
    package var encoded: [UInt8] {
        let bodies = subject.utf8.count + text.utf8.count + (email?.utf8.count ?? 0)
        let json = (https?.utf8.count ?? 0) + (sqs?.utf8.count ?? 0)
        var out = JSONWriter(capacity: bodies + json + json / 4 + 8192)
        out.openObject()
        out.member("schema", Message.schema)
        out.member("due", due)
        out.member("id", id)
        out.member("kind", kind)
        if due {
            out.member("severity", severity)
            out.member("expected", expected)
            out.member("accountID", accountID)
            out.member("thread", thread)
            out.member("subject", subject)
            out.member("default", text)
            if let email { out.member("email", email) }
            out.member("sms", sms)
            out.member("https", https)
            out.member("sqs", sqs)
        }
        out.closeObject()
        return out.bytes
    }
}

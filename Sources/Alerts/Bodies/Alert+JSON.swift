import AccessPlan
import Calls
import Text

extension Alert {
    /// The alert as one line of JSON, field names and order as the contract fixes them: objects are
    /// always there, a scalar that is not known is `null`, secrets are redacted.
    public var json: [UInt8] {
        redacted.json(fieldLimit: 4096).bytes
    }

    /// The same, each string cut to `fieldLimit` UTF-8 bytes; expects that secrets were removed
    /// before.
    func json(fieldLimit: Int) -> JSONWriter {
        var out = JSONWriter(capacity: 6144)
        writeJSON(fieldLimit: fieldLimit, to: &out)
        return out
    }

    /// Writes it where something else was written before.
    func writeJSON(fieldLimit: Int, to out: inout JSONWriter) {
        out.limit = fieldLimit
        out.openObject()
        out.member("schema", Alert.schema)
        out.member("due", due)
        out.member("id", id)
        out.member("kind", kind.rawValue)
        out.member("severity", severity.rawValue)
        out.key("headline")
        out.value(Alert.harmless(headline, limit: fieldLimit))
        writeOutcome(to: &out)
        writePeople(to: &out)
        writeRole(to: &out)
        writeAccount(to: &out)
        out.member("mfa", (asksNoMFA ? .unknown : mfa).rawValue)
        writeSession(to: &out)
        writeEvent(to: &out)
        // Facts are exact. Sentences are written for display, so they are made harmless.
        Alert.write(unusual, as: "unusual", to: &out)
        Alert.write(notLookedUp, as: "notLookedUp", to: &out)
        writeContacts(to: &out)
        writeSteps(to: &out)
        out.key("links")
        out.openObject()
        for link in links.first(64) {
            out.key(link.name)
            out.value(link.url)
        }
        out.closeObject()
        out.closeObject()
        out.limit = .max
    }

    private static func harmless(_ sentence: String, limit: Int) -> TextWriter {
        var out = TextWriter(.mail, capacity: sentence.utf8.count + 16)
        out.theirs(sentence, limit: limit)
        return out
    }

    private static func write(
        _ sentences: [String], as name: StaticString, to out: inout JSONWriter
    ) {
        out.key(name)
        out.openArray()
        for sentence in sentences.prefix(64) { out.value(harmless(sentence, limit: out.limit)) }
        out.closeArray()
    }

    private func writeOutcome(to out: inout JSONWriter) {
        out.key("outcome")
        out.openObject()
        out.member("result", outcome.result.rawValue)
        out.member("code", outcome.code)
        out.member("reason", outcome.reason)
        out.closeObject()
        out.key("expected")
        out.openObject()
        out.member("state", expected.state.rawValue)
        out.member("incident", expected.incident)
        out.closeObject()
    }

    private func writePeople(to out: inout JSONWriter) {
        out.key("person")
        out.openObject()
        out.member("name", person.name)
        out.member("source", person.source?.rawValue)
        out.member("vouched", person.vouched)
        out.closeObject()
        out.key("principal")
        out.openObject()
        out.member("type", principal.type)
        out.member("arn", principal.arn)
        out.member("name", principal.name)
        out.member("accountID", principal.accountID)
        out.member("accessKeyID", principal.accessKeyID)
        out.member("identityProvider", principal.identityProvider)
        out.closeObject()
        out.key("actor")
        out.openObject()
        out.member("kind", actor.kind.rawValue)
        out.member("account", actor.account)
        out.member("agent", actor.agent)
        out.member("audience", actor.audience)
        out.closeObject()
    }

    private func writeRole(to out: inout JSONWriter) {
        out.key("role")
        out.openObject()
        out.member("arn", role.arn)
        out.member("name", role.name)
        out.member("sessionName", role.sessionName)
        out.member("assumedRoleARN", role.assumedRoleARN)
        out.member("assumedRoleID", role.assumedRoleID)
        out.member("access", role.access)
        out.closeObject()
    }

    private func writeAccount(to out: inout JSONWriter) {
        out.key("account")
        out.openObject()
        out.member("recordedIn", account.recordedIn)
        out.member("caller", account.caller)
        out.member("target", account.target)
        out.key("names")
        out.openObject()
        // Sorted, so that the same alert gives the same bytes.
        for (id, name) in account.names.sorted(by: { $0.key < $1.key }).first(64) {
            out.key(id)
            out.value(name)
        }
        out.closeObject()
        out.closeObject()
    }

    private func writeSession(to out: inout JSONWriter) {
        out.key("session")
        out.openObject()
        out.member("thread", session.thread)
        out.member("step", session.step)
        out.member("issuedAccessKeyID", session.issuedAccessKeyID)
        out.member("expiration", session.expiration)
        out.member("sourceIdentity", session.sourceIdentity)
        out.member("sharedEventID", session.sharedEventID)
        out.closeObject()
    }

    private func writeChange(to out: inout JSONWriter) {
        // An attempt that failed changed nothing.
        guard !isFailure, let change = shownChange else {
            return out.member("change", nil as String?)
        }
        out.key("change")
        out.openObject()
        out.member("what", change.what)
        out.member("before", change.before)
        out.member("after", change.after)
        out.member("who", change.who)
        out.closeObject()
    }

    private func writeEvent(to out: inout JSONWriter) {
        out.key("resource")
        out.openObject()
        out.member("type", resource.type?.rawValue)
        out.member("arn", resource.arn)
        out.closeObject()
        writeChange(to: &out)
        out.member("eventName", eventName)
        out.member("eventSource", eventSource)
        out.member("eventTime", eventTime)
        out.member("delaySeconds", delaySeconds)
        out.member("region", region)
        out.member("awsRegion", awsRegion)
        out.member("sourceIP", sourceIP)
        out.member("userAgent", userAgent)
    }
}

extension Array {
    /// At most the first `count` elements. Does not copy if there are no more.
    fileprivate func first(_ count: Int) -> [Element] {
        self.count > count ? Array(prefix(count)) : self
    }
}

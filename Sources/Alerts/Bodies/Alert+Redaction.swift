import AccessPlan
import Calls
import Text

extension Alert {
    /// The alert without anything that looks like a credential, in any of its texts.
    ///
    /// Every body is rendered from this, JSON included.
    var redacted: Alert {
        var copy = self
        copy.redact()
        return copy
    }

    /// Removes what looks like a credential from every text.
    /// - Returns: how many bytes of text the alert has, names of accounts and links aside.
    @discardableResult
    mutating func redact() -> Int {
        var length = 0
        Alert.redact(&id, &length)
        Alert.redact(&headline, &length)
        Alert.redact(&outcome.code, &length)
        Alert.redact(&outcome.reason, &length)
        Alert.redact(&expected.incident, &length)
        Alert.redact(&person.name, &length)
        Alert.redact(&principal.type, &length)
        Alert.redact(&principal.arn, &length)
        Alert.redact(&principal.name, &length)
        Alert.redact(&principal.accountID, &length)
        Alert.redact(&principal.accessKeyID, &length)
        Alert.redact(&principal.identityProvider, &length)
        Alert.redact(&actor.account, &length)
        Alert.redact(&actor.agent, &length)
        Alert.redact(&actor.audience, &length)
        Alert.redact(&actor.signInSessionARN, &length)
        Alert.redact(&actor.roleARN, &length)
        Alert.redact(&role.arn, &length)
        Alert.redact(&role.name, &length)
        Alert.redact(&role.sessionName, &length)
        Alert.redact(&role.assumedRoleARN, &length)
        Alert.redact(&role.assumedRoleID, &length)
        Alert.redact(&role.access, &length)
        Alert.redact(&account.recordedIn, &length)
        Alert.redact(&account.caller, &length)
        Alert.redact(&account.target, &length)
        redactEvent(&length)
        Alert.redact(&unusual, &length)
        Alert.redact(&notLookedUp, &length)
        for index in nextSteps.indices { Alert.redact(step: &nextSteps[index], &length) }
        return length
    }

    private mutating func redactEvent(_ length: inout Int) {
        Alert.redact(&session.thread, &length)
        Alert.redact(&session.issuedAccessKeyID, &length)
        Alert.redact(&session.expiration, &length)
        Alert.redact(&session.sourceIdentity, &length)
        Alert.redact(&session.sharedEventID, &length)
        Alert.redact(&resource.type, &length)
        Alert.redact(&resource.arn, &length)
        redactChange(&length)
        Alert.redact(&eventName, &length)
        Alert.redact(&eventSource, &length)
        Alert.redact(&eventTime, &length)
        Alert.redact(&region, &length)
        Alert.redact(&awsRegion, &length)
        Alert.redact(&sourceIP, &length)
        Alert.redact(&userAgent, &length)
    }

    private mutating func redactChange(_ length: inout Int) {
        guard var clean = change else { return }
        Alert.redact(&clean.what, &length)
        Alert.redact(&clean.before, &length)
        Alert.redact(&clean.after, &length)
        Alert.redact(&clean.who, &length)
        change = clean
    }

    /// The word may come from an ARN that somebody else wrote.
    private static func redact(_ kind: inout ResourceKind?, _ length: inout Int) {
        var word = kind?.rawValue
        redact(&word, &length)
        kind = word.map(ResourceKind.init)
    }

    private static func redact(_ text: inout String?, _ length: inout Int) {
        guard let dirty = text else { return }
        length += dirty.utf8.count
        if let clean = Secrets.redacted(dirty) { text = clean }
    }

    private static func redact(_ text: inout String, _ length: inout Int) {
        length += text.utf8.count
        if let clean = Secrets.redacted(text) { text = clean }
    }

    /// A command is whole or not there: one with a part missing does something else.
    private static func redact(step: inout String, _ length: inout Int) {
        length += step.utf8.count
        guard Secrets.redacted(step) != nil else { return }
        let parts = step.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        var clean = ""
        for (index, part) in parts.enumerated() {
            if index.isMultiple(of: 2) {
                clean += Secrets.redacted(part) ?? part
            } else if Secrets.redacted(part) == nil {
                clean += "`\(part)`"
            }
        }
        step = clean
    }

    private static func redact(_ texts: inout [String], _ length: inout Int) {
        for index in texts.indices { redact(&texts[index], &length) }
    }
}

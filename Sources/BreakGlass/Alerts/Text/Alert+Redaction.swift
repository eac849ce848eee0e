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
    mutating func redact() {
        Alert.redact(&id)
        Alert.redact(&headline)
        Alert.redact(&outcome.code)
        Alert.redact(&outcome.reason)
        Alert.redact(&expected.incident)
        Alert.redact(&person.name)
        Alert.redact(&principal.type)
        Alert.redact(&principal.arn)
        Alert.redact(&principal.name)
        Alert.redact(&principal.accountID)
        Alert.redact(&principal.accessKeyID)
        Alert.redact(&principal.identityProvider)
        Alert.redact(&role.arn)
        Alert.redact(&role.name)
        Alert.redact(&role.sessionName)
        Alert.redact(&role.assumedRoleARN)
        Alert.redact(&role.assumedRoleID)
        Alert.redact(&role.access)
        Alert.redact(&account.recordedIn)
        Alert.redact(&account.caller)
        Alert.redact(&account.target)
        redactEvent()
        Alert.redact(&unusual)
        Alert.redact(&notLookedUp)
        Alert.redact(&nextSteps)
    }

    private mutating func redactEvent() {
        Alert.redact(&session.thread)
        Alert.redact(&session.issuedAccessKeyID)
        Alert.redact(&session.expiration)
        Alert.redact(&session.sourceIdentity)
        Alert.redact(&session.sharedEventID)
        Alert.redact(&resource.type)
        Alert.redact(&resource.arn)
        Alert.redact(&eventName)
        Alert.redact(&eventSource)
        Alert.redact(&eventTime)
        Alert.redact(&region)
        Alert.redact(&awsRegion)
        Alert.redact(&sourceIP)
        Alert.redact(&userAgent)
    }

    private static func redact(_ text: inout String?) {
        if let clean = text.flatMap(Secrets.redacted) { text = clean }
    }

    private static func redact(_ text: inout String) {
        if let clean = Secrets.redacted(text) { text = clean }
    }

    private static func redact(_ texts: inout [String]) {
        for index in texts.indices {
            if let clean = Secrets.redacted(texts[index]) { texts[index] = clean }
        }
    }
}

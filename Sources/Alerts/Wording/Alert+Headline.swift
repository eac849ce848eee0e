import AccessPlan
import Calls
import Text

extension Alert {
    /// One plain sentence without a full stop: who did what where, and what is worst about it.
    func headline(_ phrasing: Phrasing) -> String {
        let sentence =
            switch kind {
            case .consoleSignIn: signInSentence(phrasing)
            case .switchRole: switchSentence(phrasing)
            case .assumeRole, .assumeRoleWithSAML: credentialSentence(phrasing)
            case .sessionActivity:
                eventName == "GetSessionToken" || eventName == "GetFederationToken"
                    ? credentialSentence(phrasing) : activitySentence(phrasing)
            case .tamper, .idpChange: changeSentence(phrasing)
            case .drift: "The nightly check found something that differs from the plan"
            case .canary: canarySentence(phrasing)
            case .other: otherSentence(phrasing)
            }
        return sentence.capitalizedFirst
    }

    /// "X tried to sign in to … and failed": the end of a sentence about an attempt.
    func failureWords(_ phrasing: Phrasing) -> String {
        guard let code = outcome.code else { return " and failed" }
        if code.firstWord(of: ["denied", "unauthorized", "notauthorized"]) != nil {
            return " and was denied"
        }
        return phrasing.isBrief ? " and failed" : " and failed (\(short(code, phrasing)))"
    }

    private func switchSentence(_ phrasing: Phrasing) -> String {
        let person = who(phrasing)
        let place = "\(roleName(phrasing)) in \(accountWords(placeID, phrasing))"
        if isFailure { return "\(person) tried to switch to \(place)\(failureWords(phrasing))" }
        switch eventName {
        case "ExitRole": return "\(person) switched back from \(place)"
        case "RenewRole": return "\(person) renewed the session as \(place)"
        default: return "\(person) switched to \(place)"
        }
    }

    private func activitySentence(_ phrasing: Phrasing) -> String {
        let hasRole = role.name != nil || role.arn != nil
        var sentence = "\(who(phrasing, asRole: !hasRole)) "
        let call = callWords(phrasing)
        sentence += isFailure ? "tried \(call)" : "called \(call)"
        if hasRole { sentence += " as \(roleName(phrasing))" }
        sentence += " in \(accountWords(placeID, phrasing))"
        return isFailure ? sentence + failureWords(phrasing) : sentence
    }

    private func changeSentence(_ phrasing: Phrasing) -> String {
        let thing = resourceWords(phrasing)
        var place = " in \(accountWords(placeID, phrasing))"
        if kind == .idpChange { place = phrasing.isBrief ? "" : " at the identity provider" }
        if resource.type == .organization || resource.type == .account { place = "" }
        if let target = policyTargetWords(phrasing) { place = target }
        let deed = change?.words ?? call?.words
        if isFailure {
            let attempt =
                deed.map { "to \($0.attempt(on: thing))" } ?? "\(callWords(phrasing)) on \(thing)"
            return "\(who(phrasing)) tried \(attempt)\(place)\(failureWords(phrasing))"
        }
        guard let deed else {
            return "\(who(phrasing)) called \(callWords(phrasing)) on \(thing)\(place)"
        }
        return
            "\(thing) \(stated(deed.passive))\(valueWords(phrasing))\(place), by \(who(phrasing))"
    }

    /// The words of a call that switches something: "on" or "off" where the event states which.
    private func stated(_ words: String) -> String {
        guard let state = change?.after, state == "on" || state == "off",
            words.hasSuffix(" on or off")
        else { return words }
        return words.dropLast("on or off".utf8.count) + state
    }

    /// The value that decides, in brackets; left out of a subject that has no room for it.
    private func valueWords(_ phrasing: Phrasing) -> String {
        guard !phrasing.isBrief || phrasing.nameLimit >= 40, let decisiveValue else { return "" }
        return " (\(short(decisiveValue, phrasing)))"
    }

    /// The account that a policy of the organization is attached to or detached from.
    private func policyTargetWords(_ phrasing: Phrasing) -> String? {
        guard call?.target.reach == .policy, let target = account.target else { return nil }
        let word = eventName == "DetachPolicy" ? "from" : "to"
        return " \(word) \(accountWords(target, phrasing))"
    }

    /// The row of the catalog that lists the call, as it is about the resource.
    var call: Call? {
        Call.of(eventSource, eventName.map(EventName.withoutVersion))?.about(resource.type)
    }

    private func canarySentence(_ phrasing: Phrasing) -> String {
        let place = accountWords(account.recordedIn ?? account.target, phrasing)
        return
            "The canary was heard from \(place), \(short(awsRegion ?? region ?? "unknown Region", phrasing))"
    }

    private func otherSentence(_ phrasing: Phrasing) -> String {
        guard eventName != nil else {
            return "An event that could not be understood came from "
                + accountWords(account.recordedIn, phrasing)
        }
        let place = accountWords(placeID, phrasing)
        let verb = isFailure ? "tried" : "called"
        let end = isFailure ? failureWords(phrasing) : ""
        return "\(who(phrasing)) \(verb) \(callWords(phrasing)) in \(place)\(end)"
    }

    /// The API call: "CreateUser (iam)".
    func callWords(_ phrasing: Phrasing) -> String {
        let name = short(eventName ?? "an unnamed call", phrasing)
        // The identity provider's events are no calls of AWS.
        guard let source = eventSource, !phrasing.isBrief, kind != .idpChange else { return name }
        let service = source.beforeFirst(UInt8(ascii: "."))
        return "\(name) (\(short(service, phrasing)))"
    }
}

extension String {
    /// The same, with a capital letter if it begins with our own word. A name is not changed.
    var capitalizedFirst: String {
        let word = beforeFirst(UInt8(ascii: " "))
        guard word.utf8.count < utf8.count else { return self }
        switch word {
        case "somebody", "the", "a", "an", "vendor", "role":
            return prefix(1).uppercased() + dropFirst()
        default: return self
        }
    }
}

import AccessPlan
import Text

extension Alert {
    /// Whether it was announced.
    var expectedWords: String {
        let incident = expected.incident.map { " \(short($0, Phrasing()))" } ?? ""
        switch expected.state {
        case .declared: return "yes, within the declared emergency\(incident)"
        case .drill: return "yes, within the drill\(incident)"
        case .unexpected:
            if kind == .canary {
                return run == nil
                    ? "yes, canaries are sent all day" : "yes, a deployment listens for it"
            }
            // When nothing is wrong, the report comes so that silence means trouble.
            if kind == .drift {
                return severity == .low ? "yes, a report comes at least once a week" : "no"
            }
            if expected.incident != nil {
                return "NO. Emergency\(incident) is declared, but does not cover this"
            }
            return notLookedUp.isEmpty
                ? "NO. Nobody declared an emergency or a drill"
                : "NO, as far as could be looked up: see below"
        }
    }

    /// The call and how it ended.
    var whatWords: String {
        if kind == .drift { return "the nightly check of emergency access" }
        var words = eventName.map { short($0, Phrasing()) } ?? "not known"
        if let eventSource {
            words += " (\(kind == .idpChange ? "identity provider's log" : eventSource))"
        }
        switch outcome.result {
        case .success: words += ", succeeded"
        case .failure: words += ", FAILED" + (outcome.code.map { ": \($0)" } ?? "")
        case .unknown: break
        }
        return words
    }

    /// What was changed, with its ARN.
    var changedWords: String {
        let words = resourceWords(Phrasing())
        guard let arn = resource.arn, arn != resourceName else { return words }
        return "\(words), \(arn)"
    }

    /// The role, and its session's name.
    var roleWords: String? {
        guard role.name != nil || role.arn != nil else { return nil }
        var words = roleName(Phrasing())
        if let access = role.access { words += " (\(short(access, Phrasing())))" }
        if let target = account.target { words += " in \(accountWords(target, Phrasing()))" }
        if let session = role.sessionName { words += ", session \(short(session, Phrasing()))" }
        return words
    }

    /// The account and Region, and where the caller came from.
    func whereWords(_ account: String) -> String {
        var words = account
        if let region = awsRegion ?? region { words += ", Region \(region)" }
        if let caller = self.account.caller, caller != placeID {
            words += "; caller from \(accountWords(caller, Phrasing()))"
        }
        return words
    }

    /// The time, and how long ago that was.
    var whenWords: String {
        guard let eventTime else { return "not stated" }
        var words = eventTime
        if eventTime.utf8.count == 20, eventTime.utf8.last == UInt8(ascii: "Z") {
            words = eventTime.exchanging { $0 == UInt8(ascii: "T") ? UInt8(ascii: " ") : $0 }
            words.removeLast()
            words += " UTC"
        }
        guard let delaySeconds else { return words }
        return delaySeconds >= 0
            ? "\(words), \(Delay.words(delaySeconds)) before this was written"
            : "\(words), \(Delay.words(delaySeconds)) after this was written: a clock is wrong"
    }

    /// Whether MFA was used, in words.
    var mfaWords: String {
        switch (kind, actor.kind) {
        case (.drift, _), (.canary, _): return "does not apply"
        case (_, .awsService): return "not asked of an AWS service"
        case (_, .resource) where !actor.isByName: return "not asked of a program"
        case (_, .rootTask):
            return "not asked of a session of AssumeRoot: see how its caller signed in"
        case (.idpChange, _): return "not stated by the identity provider's event"
        default: break
        }
        switch mfa {
        case .yes: return "yes"
        case .no: return "NO"
        case .notVisible: return "not visible to AWS: the identity provider may have asked for it"
        case .unknown: return "not stated by this event"
        }
    }
}

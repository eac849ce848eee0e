import AccessPlan

extension Alert {
    /// Fills severity, headline, what is unusual, next steps and links from the facts: called last.
    ///
    /// An existing headline is kept (a drift report provides its own), and so is the severity of a
    /// drift report. An event that raises no alert gets a headline only.
    /// - Parameters:
    ///   - runbook: address of the runbook's page, from the plan.
    ///   - emergencyAccount: twelve digits, from the plan; empty when unknown.
    public mutating func finish(runbook: String?, emergencyAccount: String) {
        redact()
        if headline.isEmpty {
            let sentence = headline(Phrasing(emergencyAccount: emergencyAccount))
            headline = correction?.original == nil ? sentence : "Corrected: \(sentence)"
        }
        guard due else {
            severity = .low
            return
        }
        severity = severityFromFacts
        if unusual.isEmpty { unusual = unusualFacts(emergencyAccount: emergencyAccount) }
        if nextSteps.isEmpty {
            nextSteps = steps(hasRunbook: runbook != nil, emergencyAccount: emergencyAccount)
        }
        if links.isEmpty { links = consoleLinks(runbook: runbook) }
    }
}

/// How words are chosen: in full, or for a subject line and a text message.
struct Phrasing {
    /// Twelve digits; empty when unknown.
    var emergencyAccount = ""

    /// Account names only, long names cut, nothing optional.
    var isBrief = false

    /// Bytes of a name that are shown.
    var nameLimit = 200

    /// Whether to say that AWS cannot see if MFA was used.
    var saysHiddenMFA = true
}

import AccessPlan
import Text

extension Alert {
    /// What a reader should notice, most important first. Each is a plain sentence.
    func unusualFacts(emergencyAccount: String) -> [String] {
        if kind == .canary || kind == .drift { return [] }
        if isPlannedAudit {
            return ["The plan names this principal, or one in its account, as an auditor"]
        }
        var facts: [String] = []
        appendEventFacts(to: &facts)
        if actor.kind == .root, !isFailure {
            facts.append("The root user acted: nothing in the account can restrain it")
        }
        if mfa == .no, kind != .tamper, !isFailure, !asksNoMFA {
            facts.append("No MFA was used")
        }
        if let effect, !isFailure { facts.append(effect) }
        appendIdentityFacts(to: &facts)
        appendOriginFacts(to: &facts, emergencyAccount: emergencyAccount)
        if let delaySeconds, delaySeconds > 900 {
            facts.append("The event arrived \(Delay.words(delaySeconds)) after the act")
        } else if let delaySeconds, delaySeconds < -60 {
            facts.append("The event says it happened in the future")
        }
        return facts
    }

    private func appendIdentityFacts(to facts: inout [String]) {
        if expected.state == .unexpected, let incident = expected.incident {
            facts.append(
                "Emergency \(short(incident, Phrasing())) is declared, but not for this person or role"
            )
        }
        if knownPersonName != nil, !person.vouched, principal.type != "Root" {
            if actor.kind == .unproven {
                facts.append("The name was given, not proven: it proves nothing")
            } else if actor.kind != .resource || actor.isByName {
                facts.append("The person's name was chosen by the caller: nobody vouches for it")
            }
        }
        if person.name == "HIDDEN_DUE_TO_SECURITY_REASONS" || isNamelessSignIn {
            facts.append("AWS hides the user name: it may be a password typed in the wrong field")
        }
        if principal.type == "IAMUser", let key = principal.accessKeyID, key.hasPrefix("AKIA") {
            let shown = short(key, Phrasing())
            facts.append(
                "A long-term access key was used (\(shown))"
                    + (actor.isBreakGlassUser ? ": break-glass users have none" : ""))
        }
        if principal.type == "IAMUser", isNamedRoot {
            facts.append("This is an IAM user called \"root\", not the root user")
        }
    }

    private var isNamelessSignIn: Bool {
        kind == .consoleSignIn && isFailure && person.name == nil && !isRoot
            && eventName == "ConsoleLogin"
    }

    private func appendOriginFacts(to facts: inout [String], emergencyAccount: String) {
        if let caller = account.caller, caller != emergencyAccount, caller != account.target,
            !emergencyAccount.isEmpty, kind == .assumeRole || kind == .switchRole,
            principal.type != "AWSService"
        {
            let words = accountWords(caller, Phrasing())
            facts.append("The caller came from \(words), not from the emergency access account")
        }
        if let tool = userAgent?.firstWord(of: Alert.attackTools) {
            facts.append("The user agent names \(tool), which people use to test or to attack")
        }
    }

    /// Distributions and tools that are not expected in an emergency.
    private static let attackTools: [StaticString] = [
        "kali", "parrot", "pentoo", "pacu", "stratus-red-team", "cloudgoat", "scoutsuite",
        "prowler",
    ]
}

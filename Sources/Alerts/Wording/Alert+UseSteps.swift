import Text

extension Alert {
    /// Undeclared use.
    var useSteps: [String] {
        var steps = [callStep]
        let account = accountWords(placeID, Phrasing())
        if endsAtSession {
            if let name = safeRoleName {
                steps.append(
                    "Unless they say yes, end the sessions: in \(account), IAM, Roles, \(name), "
                        + "tab Revoke sessions, Revoke active sessions")
                steps.append(
                    "The same from a shell with credentials of \(account): "
                        + "`\(revokeCommand(name))`")
            } else {
                steps.append(
                    "Unless they say yes, end the sessions of the role named above: in \(account), "
                        + "IAM, Roles, tab Revoke sessions, Revoke active sessions")
            }
            steps.append(
                cameFromIdentityProvider
                    ? "Shut the way in: at the identity provider deactivate the federation app and "
                        + "empty the emergency groups"
                    : "Shut the way in: lock whoever took the role, in the account they came from")
        } else if let name = safeUserName {
            steps.append(
                "Unless they say yes, lock the user out of everything, in \(account): "
                    + "`\(lockCommand(name))`")
            steps.append(
                "Then take its password away, too: `aws iam delete-login-profile --user-name \(name)`"
            )
        } else {
            steps.append(
                "Unless they say yes, lock whoever did it out: in \(account), IAM, attach the "
                    + "policy AWSDenyAll")
        }
        steps.append(lookStep)
        return steps
    }

    /// Whether the sign-in began at the identity provider, with this act or before it.
    private var cameFromIdentityProvider: Bool {
        kind == .assumeRoleWithSAML || principal.identityProvider != nil
            || person.vouched && (person.source == .samlNameID || person.source == .sourceIdentity)
    }

    /// Use of the root user.
    var rootSteps: [String] {
        if eventName?.hasPrefix("PasswordRecovery") == true {
            return [
                callStep,
                "Whoever reads root's mailbox can finish this: open the mailbox yourself, change its "
                    + "password, and look who else reads it",
                lookStep,
            ]
        }
        return [
            callStep,
            "Unless somebody says yes: sign in as root with the sealed credentials, change the "
                + "password, remove every MFA device and access key that is not yours",
            "If you cannot get in: from the management account remove the root credentials "
                + "(IAM, Root access management), and open a case with AWS Support",
            lookStep,
        ]
    }

    /// A failed attempt.
    var failureSteps: [String] {
        var steps = [callStep]
        let from = sourceIP.flatMap { Alert.isAddress($0) ? " from \($0)" : nil } ?? ""
        steps.append("Look for further attempts\(from), and for one that succeeded: " + lookPlace)
        steps.append(
            kind == .consoleSignIn
                ? "If it was not them: change the password and check the MFA devices; somebody "
                    + "knows the user name"
                : "If it was not them: whoever tried holds working credentials of the caller named "
                    + "above; lock these")
        return steps
    }

    /// Declared use.
    var declaredSteps: [String] {
        let incident = expected.incident.map { " \(short($0, Phrasing()))" } ?? ""
        return [
            "Check that \(who(Phrasing())) works on emergency\(incident) and that this belongs to it",
            "If it does not, treat it as undeclared: \(callStepInside)",
            "When the emergency is over, sign out, close it, and look at the report of what was done",
        ]
    }

    /// A drill.
    var drillSteps: [String] {
        let incident = expected.incident.map { " \(short($0, Phrasing()))" } ?? ""
        return [
            "Nothing to repair: drill\(incident) is running. Note the time this message took",
            "If you know of no drill, treat it as real: \(callStepInside)",
        ]
    }

    private var lookPlace: String {
        "CloudTrail event history in \(accountWords(placeID, Phrasing()))"
    }

    /// Whether text is an IP address and nothing else.
    static func isAddress(_ text: String) -> Bool {
        text.utf8.count <= 45 && text.consists(of: .addresses)
    }
}

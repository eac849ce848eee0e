import Text

extension Alert {
    /// Undeclared use.
    func useSteps(emergencyAccount: String) -> [Step] {
        (callStep.map { [$0] } ?? []) + stops(emergencyAccount: emergencyAccount) + [lookStep]
    }

    /// Use of the root user.
    func rootSteps(emergencyAccount: String) -> [Step] {
        guard eventName?.hasPrefix("PasswordRecovery") == true else {
            return useSteps(emergencyAccount: emergencyAccount)
        }
        return (callStep.map { [$0] } ?? []) + [
            Step(
                "Whoever reads root's mailbox can finish this: open the mailbox yourself, change its "
                    + "password, and look who else reads it"),
            lookStep,
        ]
    }

    /// A failed attempt.
    func failureSteps(emergencyAccount: String) -> [Step] {
        var steps = callStep.map { [$0] } ?? []
        let from = sourceIP.flatMap { Alert.isAddress($0) ? " from \($0)" : nil } ?? ""
        let isSignIn = actingKind == .unproven
        if isSignIn {
            steps += stops(emergencyAccount: emergencyAccount)
            if kind == .consoleSignIn, knownPersonName != nil || isRoot {
                steps.append(
                    Step(
                        "If it was not them: change the password and check the MFA devices; somebody "
                            + "knows the user name"))
            }
            return steps
        }
        if kind == .idpChange {
            steps.append(
                systemLogStep("Look for further attempts\(from), and for one that succeeded"))
            return steps + stops(emergencyAccount: emergencyAccount)
        }
        steps.append(
            Step(
                "Look for further attempts\(from), and for one that succeeded: CloudTrail event history "
                    + "in \(recordingAccount)", [lookUpActor], pages: [historyPage(nil)]))
        return steps + stops(emergencyAccount: emergencyAccount)
    }

    /// Declared use.
    var declaredSteps: [Step] {
        let incident = expected.incident.map { " \(short($0, Phrasing()))" } ?? ""
        return [
            Step(
                "Check that \(who(Phrasing())) works on emergency\(incident) and that this belongs to it"
            ),
            Step("If it does not, treat it as undeclared: \(callStepInside)"),
            Step(
                "When the emergency is over, sign out, close it, and look at the report of what was done"
            ),
        ]
    }

    /// A drill.
    var drillSteps: [Step] {
        let incident = expected.incident.map { " \(short($0, Phrasing()))" } ?? ""
        return [
            Step("Nothing to repair: drill\(incident) is running. Note the time this message took"),
            Step("If you know of no drill, treat it as real: \(callStepInside)"),
        ]
    }

    /// Whether text is an IP address and nothing else.
    static func isAddress(_ text: String) -> Bool {
        text.utf8.count <= 45 && text.consists(of: .addresses)
    }
}

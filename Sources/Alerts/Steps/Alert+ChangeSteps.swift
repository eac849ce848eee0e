import AccessPlan
import Calls

extension Alert {
    /// The access or the alert path was changed.
    func tamperSteps(emergencyAccount: String) -> [Step] {
        if severityFromFacts == .low { return [harmlessStep, lookStep] }
        let call = callStep.map { [$0] } ?? []
        // What keeps somebody out may have been done to stop them.
        var steps = isLeft || gravity == .shutsOut ? call + undoSteps : undoSteps + call
        steps += stops(emergencyAccount: emergencyAccount)
        steps += changedUserSteps
        if deed == .silences || deed == .hidesLoss {
            steps.append(
                Step(
                    "Assume that alerts are missing since \(short(eventTime ?? "then", Phrasing())): "
                        + "read CloudTrail event history yourself"))
        }
        steps.append(lookStep)
        return steps
    }

    /// The identity provider reports that an access path was opened or closed.
    func idpSteps(emergencyAccount: String) -> [Step] {
        if severityFromFacts == .low {
            return [
                Step(
                    "A way in was shut at the identity provider. If an emergency is running, "
                        + "check that people who need it still get in")
            ]
        }
        let since = short(eventTime ?? "then", Phrasing())
        var steps = callStep.map { [$0] } ?? []
        if let undoing, undoing != .deploy {
            steps += undoSteps
        } else {
            steps.append(
                Step(
                    "Unless they say yes, undo it at the identity provider: the federation app "
                        + "inactive, the emergency groups empty, no rule that fills them",
                    pages: [identityProviderPage]))
        }
        steps += stops(emergencyAccount: emergencyAccount)
        steps.append(
            Step(
                "Look in AWS for sign-ins through the provider since \(since)",
                [Commands.lookUp("EventName", "AssumeRoleWithSAML", in: lookUpRegion)]))
        return steps
    }

    /// The kind of change is unknown.
    var unreadableSteps: [Step] {
        [
            Step(
                "Read the original: CloudTrail event history, or the archive of the hub bus; "
                    + "this message has all that could be read"),
            Step("Treat it as real until you know better"),
        ]
    }

    /// What to do about a change that is not urgent.
    private var harmlessStep: Step {
        switch gravity {
        case .repairs: Step("This repairs something: check that it was you, and why it was broken")
        case .notes: Step("Check who changed this: it does not affect access or alerts")
        default: Step("Check that this was meant, and by whom")
        }
    }
}

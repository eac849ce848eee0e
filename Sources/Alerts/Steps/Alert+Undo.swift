import AccessPlan
import Calls
import Text

extension Alert {
    /// What the change means, if it is known.
    var gravity: Gravity? { change?.gravity ?? call?.gravity }

    /// Whether nothing undoes it unasked: it denies everything to somebody, or is a repair. AWS, or
    /// whoever follows an earlier alert, does both to stop somebody.
    var isLeft: Bool { change?.isBarrier == true || gravity == .repairs }

    /// What reverts the act, in the account where it took effect.
    var undoSteps: [Step] {
        if isLeft {
            let what = gravity == .repairs ? "It repairs something" : "It stops somebody"
            return [
                Step(
                    "\(what), in \(words(placeID)): leave it until you know who did it, and why",
                    pages: [resourcePage])
            ]
        }
        guard gravity == .shutsOut else { return revertingSteps }
        return revertingSteps.map { step in
            var step = step
            step.words = "Unless it was one of you, u" + step.words.dropFirst()
            return step
        }
    }

    /// Each begins with "Undo it".
    private var revertingSteps: [Step] {
        let place = undoingPlace
        switch undoing {
        case .commands(let commands):
            return [
                Step(
                    "Undo it, in \(place)", commands.map(inPartition), pages: [resourcePage])
            ]
        case .removal(let commands):
            return [
                Step(
                    "Undo it, in \(place) (if something of that name was there before, this does not "
                        + "restore it)", commands.map(inPartition), pages: [resourcePage])
            ]
        case .never(let sentence):
            return [Step("It cannot be undone. \(sentence)", pages: [resourcePage])]
        case .byHand(let sentence):
            let place = kind == .idpChange ? "at the identity provider" : "in \(undoingPlace)"
            return [Step("Undo it, \(place): \(sentence)", pages: [resourcePage])]
        case .deploy, nil:
            if isForeignSubscription { return [subscriptionStep] }
            if resource.isGuarded || resource.type == nil { return [beforeStep] }
            return [
                Step(
                    "Undo it: the plan knows how it was; deploy it again",
                    ["breakglass deploy plan.yaml"], pages: [resourcePage])
            ]
        }
    }

    /// The account that can revert it. An account that left cannot invite itself.
    private var undoingPlace: String {
        guard eventName == "LeaveOrganization" else { return words(placeID) }
        return "the management account of the organization that it left"
    }

    /// What a guarded resource was before stands in no plan.
    private var beforeStep: Step {
        Step(
            "Undo it, in \(words(placeID)): the plan does not know how it was; earlier events in the "
                + "event history of \(recordingAccount) say it",
            [lookUpResource], pages: [resourcePage ?? historyPage(nil)])
    }

    /// A deployment does not remove a subscription that somebody added.
    private var isForeignSubscription: Bool {
        (resource.type == .snsSubscription || resource.type == .snsTopic)
            && (eventName == "Subscribe" || eventName == "ConfirmSubscription")
    }

    private var subscriptionStep: Step {
        let arn = resource.arn.flatMap { Alert.isSafeARN($0) ? $0 : nil }
        let topic = arn.map { $0.split(separator: ":").prefix(6).joined(separator: ":") }
        return Step(
            "Undo it, in \(words(placeID)): unsubscribe every subscription that the plan does not name",
            [
                topic.map {
                    "aws sns list-subscriptions-by-topic --topic-arn \($0)\(regionOption($0.partOfARN(3)))"
                }
            ], pages: [resourcePage])
    }

    /// Commands of services without a Region name one where the partition is not the CLI's own.
    private func inPartition(_ command: String) -> String {
        let isGlobal = ["aws iam ", "aws organizations ", "aws account "].contains {
            command.hasPrefix($0)
        }
        return isGlobal && !command.contains(" --region ") ? command + shell.globalRegion : command
    }
}

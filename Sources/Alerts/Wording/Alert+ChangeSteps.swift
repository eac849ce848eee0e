import AccessPlan

extension Alert {
    /// The access or the alert path was changed.
    var tamperSteps: [String] {
        if severityFromFacts == .low {
            return [
                "This repairs something: check that it was you, and why it was broken",
                lookStep,
            ]
        }
        var steps: [String] = []
        if let command = repairCommand {
            steps.append("Undo it, in \(accountWords(placeID, Phrasing())): `\(command)`")
        } else {
            steps.append(
                "Undo it: deploy the stack again from the plan, which knows how it should be")
        }
        steps.append(callStep)
        if principal.type == "IAMUser", resource.type != .iamUser, let name = safeUserName {
            steps.append("Unless they say yes, lock them out: `\(lockCommand(name))`")
        } else if principal.type == "AssumedRole", let name = principal.name,
            Alert.isSafeName(name)
        {
            steps.append(
                "Unless they say yes, end the sessions of the role \(name) they used: IAM, Roles, "
                    + "\(name), tab Revoke sessions, Revoke active sessions")
        }
        if weakensAlerts {
            steps.append(
                "Assume that alerts are missing since \(short(eventTime ?? "then", Phrasing())): "
                    + "read CloudTrail event history yourself")
        }
        steps.append(lookStep)
        return steps
    }

    /// The identity provider reports that an access path was opened or closed.
    var idpSteps: [String] {
        if severityFromFacts == .low {
            return [
                "A way in was shut at the identity provider. If an emergency is running, "
                    + "check that people who need it still get in"
            ]
        }
        return [
            callStep,
            "Unless they say yes, undo it at the identity provider: the federation app inactive, "
                + "the emergency groups empty, no rule that fills them",
            "Look in AWS for sign-ins through the provider since \(short(eventTime ?? "then", Phrasing()))",
        ]
    }

    /// The kind of change is unknown.
    var unreadableSteps: [String] {
        [
            "Read the original: CloudTrail event history, or the archive of the hub bus; "
                + "this message has all that could be read",
            "Treat it as real until you know better",
        ]
    }

    /// Whether the changed thing carries alerts.
    private var weakensAlerts: Bool {
        switch resource.type {
        case .trail, .eventRule, .eventBus, .eventArchive, .snsTopic, .snsSubscription,
            .kmsKey, .kmsAlias, .lambdaFunction, .sqsQueue, .dynamoDBTable, .schedule,
            .alarm, .stack, .stackSet, .region, .serviceControlPolicy, .account, .organization:
            true
        default: false
        }
    }
}

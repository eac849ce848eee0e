import Text

/// Actors whom nobody in the account can lock by name.
extension Alert {
    /// A product provider with rights that somebody lent it.
    ///
    /// Source: IAM User Guide, "Revoke temporary delegation access"; IAM API Reference,
    /// SendDelegationToken: a request cannot be rejected once its token was sent.
    var vendorSteps: [Step] {
        let vendor = actor.agent.map { " \(short($0, Phrasing()))" } ?? ""
        var steps = [
            Step(
                "\(unless)take back what was lent to the provider\(vendor), in \(words(placeID)): "
                    + "Temporary delegation requests, the request, Actions, Revoke access",
                [shell.iam("list-delegation-requests")], pages: [page("iam/home")])
        ]
        if let name = safeActorName {
            steps.append(
                Step(
                    "If that does not end it, lock the user \(name) whose rights were lent, in "
                        + "\(words(principal.accountID))", [shell.denyAll(toUser: name)],
                    pages: [userPage(name)]))
        } else if let (name, account) = actingRole {
            steps.append(
                Step(
                    "If that does not end it, deny the role \(name) whose rights were lent, in "
                        + "\(words(account)), and take the policy away afterwards",
                    [shell.denyAll(toRole: name)],
                    pages: [page("iam/home#/roles/details/\(name.urlEncoded)")]))
        }
        return steps
    }

    /// AWS itself: nobody holds its credentials.
    var serviceSteps: [Step] {
        if actingRole != nil { return roleSessionSteps }
        var steps = [
            Step(
                "Nobody can be called: AWS did this itself. Find who set it up, in \(recordingAccount)",
                [lookUpResource], pages: [historyPage(nil)])
        ]
        // EC2 names a session after the instance. No other service's name says what runs.
        if principal.type == "AWSService", (actor.agent ?? principal.name) == "ec2.amazonaws.com",
            let id = role.sessionName, let command = stopCommand(id)
        {
            steps.append(
                Step(
                    "\(unless)stop the instance, in \(words(placeID)): as long as it runs it gets "
                        + "new sessions", [command], pages: [pageOfAgent(id)]))
        }
        return steps
    }

    /// The role owner's copy names the caller's account only.
    var otherAccountSteps: [Step] {
        var steps: [Step] = []
        let caller = words(account.caller)
        if let arn = role.arn ?? role.assumedRoleARN, Alert.isSafeARN(arn) {
            steps.append(
                Step(
                    "Find who it was, in \(caller): its own copy of the event names them",
                    [Commands.lookUp("ResourceName", arn, in: lookUpRegion)],
                    pages: [historyPage(nil)]))
        }
        if let name = safeRoleName, !isFailure, !Alert.isIdentityCenter(role: role.arn) {
            steps.append(
                Step(
                    "Until that is clear, keep the role \(name) shut, in "
                        + "\(words(account.target)), and take the policy away afterwards",
                    [shell.denyAll(toRole: name)],
                    pages: [page("iam/home#/roles/details/\(name.urlEncoded)")]))
        }
        return steps
    }

    /// Nobody is proven: a sign-in failed, or was only begun.
    var unprovenSteps: [Step] {
        if kind == .idpChange {
            return [
                systemLogStep(
                    "Nobody is locked out yet, because nobody is proven: look for further attempts, and "
                        + "for one that succeeded")
            ]
        }
        var commands: [String?] = [Commands.lookUp("EventName", "ConsoleLogin", in: lookUpRegion)]
        if let name = knownPersonName, Alert.isSafeName(name), principal.type == "IAMUser" {
            commands.append(shell.iam("list-mfa-devices --user-name \(name)"))
        }
        return [
            Step(
                "Nobody is locked out yet, because nobody is proven: look for further attempts, and "
                    + "for one that succeeded, in \(recordingAccount)", commands,
                pages: [historyPage("EventName=ConsoleLogin")])
        ]
    }

    /// The event does not say who it was.
    var unknownSteps: [Step] {
        if kind == .idpChange {
            return [systemLogStep("The event does not say who it was: look at it")]
        }
        if cameFromIdentityProvider { return [] }
        return [
            Step(
                "The event does not say who it was: look at it, in \(recordingAccount)",
                [lookUpEvent], pages: [historyPage(nil)])
        ]
    }

    /// What the event history has about the changed resource.
    var lookUpResource: String? {
        guard let name = resourceName, Alert.isSafeName(name) else { return lookUpEvent }
        return Commands.lookUp("ResourceName", name, in: lookUpRegion)
    }

    private var lookUpEvent: String? {
        guard let id, !id.isEmpty, id.utf8.allSatisfy(Link.isIDByte) else { return nil }
        return Commands.lookUp("EventId", id, in: lookUpRegion)
    }
}

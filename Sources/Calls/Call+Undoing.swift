extension Call {
    /// What reverts one act where the row's own undo would be a deployment that does not help: of an
    /// existing resource that no plan describes, or of a new credential whose id the event does not state.
    /// - Returns: `nil` if the row's own undo applies, or the event lacks a part of the command.
    public func undoing(insteadOfDeploymentFor parts: CallParts, isGuarded: Bool) -> Undoing? {
        switch (service, name) {
        case (.iam, "CreateAccessKey"): return listed("list-access-keys", "key", parts)
        case (.iam, "UploadSSHPublicKey"): return listed("list-ssh-public-keys", "key", parts)
        case (.iam, "UploadSigningCertificate"):
            return listed("list-signing-certificates", "certificate", parts)
        case (.iam, "CreateServiceSpecificCredential"):
            return listed("list-service-specific-credentials", "credential", parts)
        case (.iam, "SetDefaultPolicyVersion") where isGuarded,
            (.iam, "CreatePolicyVersion") where isGuarded:
            guard let list = parts.fill("iam list-policy-versions --policy-arn {policyArn}") else {
                return nil
            }
            return .byHand(
                "Set the version that was in force before, by `aws iam set-default-policy-version`; "
                    + "`aws \(list)` lists them")
        case (.events, "DisableRule") where isGuarded: return switched("enable-rule", parts)
        case (.events, "EnableRule") where isGuarded: return switched("disable-rule", parts)
        default: return nil
        }
    }

    /// A user's credential that the event does not name.
    private func listed(_ command: String, _ noun: String, _ parts: CallParts) -> Undoing? {
        parts.fill("iam \(command) --user-name {name}").map {
            .byHand("Make the new \(noun) inactive, then delete it: `aws \($0)` shows it")
        }
    }

    private func switched(_ command: String, _ parts: CallParts) -> Undoing? {
        let undo = Undo.run(
            "events \(command) --name {request.name}[ --event-bus-name {eventBusName}]")
        let undoing = undo.undoing(parts)
        return undoing == .deploy ? nil : undoing
    }
}

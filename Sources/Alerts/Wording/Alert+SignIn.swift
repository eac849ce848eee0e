extension Alert {
    /// Sign-ins and the steps around them.
    func signInSentence(_ phrasing: Phrasing) -> String {
        let place = accountWords(placeID, phrasing)
        let given = givenName(phrasing)
        switch eventName {
        case Alert.anomaly:
            return "AWS reports that a sign-in to \(place) looked wrong"
        case "CheckMfa":
            let end = isFailure ? "failed at MFA" : "reached the MFA step"
            return "a sign-in\(given.map { " as \($0)" } ?? "") to \(place) \(end)"
        case "PasswordRecoveryRequested":
            return "somebody asked to reset the password of \(given ?? "a user") in \(place)"
        case "PasswordRecoveryCompleted":
            return "the password of \(given ?? "a user") in \(place) was reset by e-mail"
        case "PasswordUpdated":
            let verb = isFailure ? "could not be changed" : "was changed"
            return "the password of \(given ?? "a user") in \(place) \(verb)"
        case "EmailUpdated":
            return "the e-mail address of \(given ?? "a user") in \(place) was changed"
        case "GetSigninToken":
            let verb = isFailure ? "tried to turn" : "turned"
            return
                "\(who(phrasing)) \(verb) temporary credentials into a console sign-in to \(place)"
        case "UserAuthentication", "CredentialVerification", "CredentialChallenge":
            return portalSentence(given, place, phrasing)
        case "ConsoleLogin", nil:
            return loginSentence(given, place, phrasing)
        case .some(let name) where name.contains("OAuth2") || name == "CreateBearerToken":
            return tokenSentence(place, phrasing)
        default:
            return "\(who(phrasing)) did \(callWords(phrasing)) while signing in to \(place)"
        }
    }

    /// A failed sign-in does not prove who the person is.
    private func loginSentence(_ given: String?, _ place: String, _ phrasing: Phrasing) -> String {
        if !isFailure, outcome.result != .unknown {
            return "\(who(phrasing)) signed in to \(place)\(mfaEnding(phrasing))"
        }
        let end = isFailure ? " and failed" : ""
        return "somebody tried to sign in\(given.map { " as \($0)" } ?? "") to \(place)\(end)"
    }

    /// Identity Center's own events. One sign-in makes three to five of them.
    private func portalSentence(_ given: String?, _ place: String, _ phrasing: Phrasing) -> String {
        let portal = "IAM Identity Center in \(place)"
        let name = given.map { " as \($0)" } ?? ""
        if eventName == "CredentialChallenge" {
            return "somebody signing in to \(portal)\(name) was asked for a credential"
        }
        let isWhole = eventName == "UserAuthentication"
        guard outcome.result == .success else {
            return isWhole
                ? "somebody tried to sign in to \(portal)\(name) and failed"
                : "somebody gave a wrong credential to \(portal)\(name)"
        }
        return isWhole
            ? "\(who(phrasing)) signed in to \(portal)"
            : "\(who(phrasing)) proved a credential to \(portal)"
    }

    /// Credentials that were, or were to be, issued.
    func credentialSentence(_ phrasing: Phrasing) -> String {
        let person = who(phrasing)
        let place = accountWords(placeID, phrasing)
        let verb = credentialVerb(phrasing)
        let object = verb.hasRole ? "\(roleName(phrasing)) in \(place)" : "in \(place)"
        if isFailure {
            return "\(person) tried to \(verb.attempt) \(object)\(failureWords(phrasing))"
        }
        return
            "\(person) \(verb.did) \(object)\(kind == .assumeRoleWithSAML ? "" : mfaEnding(phrasing))"
    }

    private func credentialVerb(
        _ phrasing: Phrasing
    ) -> (did: String, attempt: String, hasRole: Bool) {
        switch eventName {
        case "GetSessionToken":
            return ("made temporary credentials", "make temporary credentials", false)
        case "GetFederationToken":
            return ("made a federation token", "make a federation token", false)
        case "AssumeRoot":
            return ("took a root session (AssumeRoot)", "take a root session (AssumeRoot)", false)
        case "GetRoleCredentials":
            return ("got credentials of", "get credentials of", true)
        case "AssumeRoleWithWebIdentity":
            return ("came in by web identity as", "come in by web identity as", true)
        default:
            guard kind == .assumeRoleWithSAML else { return ("assumed", "assume", true) }
            return phrasing.isBrief
                ? ("came in by SAML as", "come in by SAML as", true)
                : (
                    "came in through the identity provider as",
                    "come in through the identity provider as", true
                )
        }
    }

    /// The part of the sentence about MFA.
    private func mfaEnding(_ phrasing: Phrasing) -> String {
        if asksNoMFA { return "" }
        return switch mfa {
        case .yes: " with MFA"
        case .no: " without MFA"
        case .notVisible: phrasing.saysHiddenMFA ? ", MFA not visible to AWS" : ""
        case .unknown: ""
        }
    }
}

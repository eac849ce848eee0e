extension Alert {
    /// Sign-ins and the steps around them.
    func signInSentence(_ phrasing: Phrasing) -> String {
        let place = accountWords(placeID, phrasing)
        let person = who(phrasing)
        switch eventName {
        case Alert.anomaly:
            return "AWS reports that a sign-in to \(place) looked wrong"
        case "CheckMfa":
            let end = isFailure ? "failed at MFA" : "reached the MFA step"
            return "a sign-in as \(person) to \(place) \(end)"
        case "PasswordRecoveryRequested":
            return "somebody asked to reset the password of \(person) in \(place)"
        case "PasswordRecoveryCompleted":
            return "the password of \(person) in \(place) was reset by e-mail"
        case "PasswordUpdated":
            let verb = isFailure ? "could not be changed" : "was changed"
            return "the password of \(person) in \(place) \(verb)"
        case "EmailUpdated":
            return "the e-mail address of \(person) in \(place) was changed"
        case "AuthorizeOAuth2Access", "CreateOAuth2Token":
            let verb = isFailure ? "tried to turn" : "turned"
            return "\(person) \(verb) a sign-in to \(place) into CLI credentials (aws login)"
        case "GetSigninToken":
            let verb = isFailure ? "tried to turn" : "turned"
            return "\(person) \(verb) temporary credentials into a console sign-in to \(place)"
        case "UserAuthentication", "CredentialVerification", "CredentialChallenge":
            let verb = isFailure ? "failed to prove" : "proved"
            return "\(person) \(verb) a credential to IAM Identity Center in \(place)"
        case "ConsoleLogin", nil:
            break
        default:
            return "\(person) did \(callWords(phrasing)) while signing in to \(place)"
        }
        if isFailure {
            // A failed sign-in does not prove who the person is.
            return person == "somebody"
                ? "somebody tried to sign in to \(place) and failed"
                : "somebody tried to sign in as \(person) to \(place) and failed"
        }
        return "\(person) signed in to \(place)\(mfaEnding)"
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
        return "\(person) \(verb.did) \(object)\(kind == .assumeRoleWithSAML ? "" : mfaEnding)"
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
            return ("took root credentials", "take root credentials", false)
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
    private var mfaEnding: String {
        switch mfa {
        case .yes: " with MFA"
        case .no: " without MFA"
        case .notVisible: ", MFA not visible to AWS"
        case .unknown: ""
        }
    }
}

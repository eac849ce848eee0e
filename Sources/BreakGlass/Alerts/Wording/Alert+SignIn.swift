extension Alert {
    /// Sign-ins and the steps around them.
    func signInSentence(_ phrasing: Phrasing) -> String {
        let place = accountWords(placeID, phrasing)
        let person = who(phrasing)
        switch eventName {
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
            // Whoever fails to sign in has not shown that the name is theirs.
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
        let role = "\(roleName(phrasing)) in \(place)"
        let (did, tried) = credentialVerbs(
            role: role, place: place,
            way: phrasing.isBrief ? "by SAML" : "through the identity provider")
        if isFailure { return "\(person) tried to \(tried)\(failureWords(phrasing))" }
        return "\(person) \(did)\(kind == .assumeRoleWithSAML ? "" : mfaEnding)"
    }

    private func credentialVerbs(
        role: String, place: String, way: String
    ) -> (did: String, tried: String) {
        switch eventName {
        case "GetSessionToken":
            ("made temporary credentials in \(place)", "make temporary credentials in \(place)")
        case "GetFederationToken":
            ("made a federation token in \(place)", "make a federation token in \(place)")
        case "AssumeRoot":
            ("took root credentials of \(place)", "take root credentials of \(place)")
        case "AssumeRoleWithWebIdentity":
            ("assumed \(role) with a web identity", "assume \(role) with a web identity")
        case "GetRoleCredentials":
            ("got credentials of \(role)", "get credentials of \(role)")
        default:
            if kind == .assumeRoleWithSAML {
                ("came in \(way) as \(role)", "come in \(way) as \(role)")
            } else {
                ("assumed \(role)", "assume \(role)")
            }
        }
    }

    /// What the sentence says about MFA.
    private var mfaEnding: String {
        switch mfa {
        case .yes: " with MFA"
        case .no: " without MFA"
        case .notVisible: ", MFA not visible to AWS"
        case .unknown: ""
        }
    }
}

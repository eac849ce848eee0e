import AccessPlan
import Alerts

/// What the sign-in service records.
enum SignIn {
    static let source = "signin.amazonaws.com"

    /// Whether it is a sign-in or a step of one, and has its outcome where sign-in events have it. The
    /// service's other API calls are calls like any other.
    static func isSignIn(_ record: CloudTrailRecord) -> Bool {
        guard record.eventSource == source else { return false }
        return record.eventType?.lowercased() != "awsapicall" || EventKind.isListed(record)
    }
}

extension EventKind {
    /// Any sign-in to the emergency access account, and any by somebody who is watched.
    ///
    /// A failed sign-in with an unknown user name does not show the name, so the account decides.
    static let signIn = EventKind(
        title: "Somebody signs in, or takes a step of signing in",
        source: SignIn.source,
        names: [
            "ConsoleLogin", "CheckMfa", "GetSigninToken", "AuthorizeOAuth2Access",
            "CreateOAuth2Token", "CreateOAuth2TokenWithIAM", "CreateOAuth2TokenWithTokenExchange",
            "CreateBearerToken", "PasswordRecoveryRequested", "PasswordRecoveryCompleted",
        ]
    ) { reading in
        reading.alert.kind = .consoleSignIn
        reading.nameActorRole()
        reading.alert.due =
            reading.watch.isEmergencyAccount(reading.recordedIn)
            || reading.watch.isEmergencyAccount(reading.identity.accountID)
            || reading.actorIsWatchedUser
            || reading.actorRole != nil
            || reading.watch.isWatchedProvider(reading.record.additional["SamlProviderArn"])
    }

    /// A sign-in to the access portal: watched if the portal is in the emergency access account.
    static let identityCenterSignIn = EventKind(
        title: "Somebody signs in to IAM Identity Center",
        source: SignIn.source,
        names: ["UserAuthentication", "CredentialChallenge", "CredentialVerification"]
    ) { reading in
        guard reading.watch.isEmergencyAccount(reading.recordedIn) else { return }
        reading.alert.kind = .consoleSignIn
        reading.alert.due = true
    }
}

extension Reading {
    /// A call of the sign-in service that no list has may change who can sign in.
    mutating func takeUnlistedSignInCall() {
        guard !alert.due, record.eventSource == SignIn.source, call == nil else { return }
        alert.due = watch.isEmergencyAccount(recordedIn)
    }
}

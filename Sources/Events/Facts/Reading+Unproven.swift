import Alerts

extension Reading {
    /// Whether the event proves who acted. A sign-in that failed or only began proves nobody, and so does
    /// a request whose credentials AWS rejected.
    var provesActor: Bool {
        switch record.eventSource {
        case SignIn.source where SignIn.isSignIn(record):
            switch record.eventName {
            case "SwitchRole", "ExitRole", "RenewRole": return true
            case "CheckMfa", "CredentialChallenge", "PasswordRecoveryRequested",
                "PasswordRecoveryCompleted":
                return false
            case "ConsoleLogin", "UserAuthentication", "CredentialVerification":
                return alert.outcome.result == .success
            default: return alert.outcome.result != .failure
            }
        case _ where identity.type == "SAMLUser" || identity.type == "WebIdentityUser":
            return alert.outcome.result != .failure
        default:
            return !Self.rejections.contains(record.errorCode ?? "")
        }
    }

    /// AWS did not accept the key, the signature or the token.
    private static let rejections: Set<String> = [
        "AuthFailure", "ExpiredToken", "ExpiredTokenException", "IncompleteSignature",
        "InvalidAccessKeyId", "InvalidClientTokenId", "InvalidSignatureException",
        "MissingAuthenticationToken", "MissingAuthenticationTokenException",
        "SignatureDoesNotMatch", "UnrecognizedClientException",
    ]
}

extension OktaLogEvent {
    /// Whether the event proves its actor. Steps of a sign-in prove nobody unless they succeed.
    var provesActor: Bool {
        switch result?.uppercased() {
        case "SUCCESS", "ALLOW": return true
        default:
            let type = eventType ?? ""
            return !Self.signIns.contains { type.hasPrefix($0) }
        }
    }

    private static let signIns = [
        "user.session.", "user.authentication.", "user.mfa.", "user.account.", "policy.",
        "app.oauth2.",
    ]
}

import Alerts

extension OktaLogEvent {
    /// Who acted: an administrator, somebody who signed in, a program, or nobody who is proven.
    var actorKind: Alert.Actor.Kind {
        if principalType != "OktaUser" { return .application }
        guard provesActor else { return .unproven }
        let type = eventType ?? ""
        return Self.ownActs.contains { type.hasPrefix($0) } ? .idpUser : .idpAdministrator
    }

    /// `OktaUser`; for Okta itself and for applications a type of their own.
    ///
    /// Source: Okta System Log API, "Actor object": `type` is "User", "SystemPrincipal",
    /// "PublicClientApp" and others.
    var principalType: String {
        let type = actorType ?? "User"
        if type == "SystemPrincipal" || actorName == "system@okta.com" {
            return Alert.providerItself
        }
        return type.hasSuffix("ClientApp") ? Alert.providerApplication : "OktaUser"
    }

    /// What somebody does with an account of their own: no act of an administrator.
    private static let ownActs = [
        "app.generic.unauth_app_access_attempt", "app.oauth2.", "user.authentication.",
        "user.session.start",
    ]
}

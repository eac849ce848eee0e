import AccessPlan
import Alerts

extension Reading {
    /// The person behind the act: the best available name, and whether anybody vouches for it.
    mutating func takePerson() {
        if identity.type == "AWSService" { return }
        alert.person =
            assertedPerson ?? carriedPerson ?? switchedPerson ?? userPerson ?? sessionPerson
            ?? directoryPerson ?? Alert.Person()
    }

    private func person(
        _ name: String?, _ source: Alert.Person.Source, vouched: Bool
    ) -> Alert.Person? {
        name.flatMap { $0.isEmpty ? nil : Alert.Person(name: $0, source: source, vouched: vouched) }
    }

    /// What a SAML assertion or a web identity token states: the IdP vouches, once it was accepted.
    private var assertedPerson: Alert.Person? {
        guard identity.type == "SAMLUser" || identity.type == "WebIdentityUser" else { return nil }
        let accepted = alert.outcome.result == .success
        if let name = record.response["sourceIdentity"] ?? record.request["sourceIdentity"] {
            return person(name, .sourceIdentity, vouched: accepted)
        }
        return person(
            record.response["subject"] ?? identity.userName ?? record.request["roleSessionName"],
            identity.type == "SAMLUser" ? .samlNameID : .userName, vouched: accepted)
    }

    /// An IAM user, also one whom only the ARN names: AWS vouches for the name unless the sign-in failed.
    private var userPerson: Alert.Person? {
        guard identity.type == "IAMUser" || identity.type == nil && identity.arn != nil else {
            return nil
        }
        return person(identity.iamUserName, .userName, vouched: provesActor)
    }

    /// A source identity lasts through role chaining and may name the human behind a shared user, but
    /// a plain AssumeRole lets its caller choose it.
    private var carriedPerson: Alert.Person? {
        person(
            identity.sourceIdentity ?? record.request["sourceIdentity"], .sourceIdentity,
            vouched: false)
    }

    /// The console states who switched. AWS vouches for IAM users and sessions of Identity Center.
    private var switchedPerson: Alert.Person? {
        guard let from = record.additional["SwitchFrom"] else { return nil }
        let session = AssumedRoleARN(from)
        return person(
            from, .switchFrom, vouched: session == nil || isIdentityCenter(session?.roleName))
    }

    private var sessionPerson: Alert.Person? {
        if identity.type == "FederatedUser" {
            return person(identity.sessionName, .federatedUser, vouched: false)
        }
        if let name = identity.sessionName {
            return person(name, .sessionName, vouched: isIdentityCenter(identity.name))
        }
        guard identity.type == "AWSAccount" else { return nil }
        return person(record.request["roleSessionName"], .sessionName, vouched: false)
    }

    /// A user of Identity Center. Its events have the name beside the identity, once in each sign-in.
    private var directoryPerson: Alert.Person? {
        let isProven = alert.actor.kind == .identityCenterUser
        let name =
            identity.shownUserName
            ?? (SignIn.isSignIn(record) ? record.additional["UserName"] : nil)
        return person(name, .userName, vouched: isProven)
            ?? person(identity.identityCenterUserID, .identityCenterUserID, vouched: isProven)
    }

    /// Identity Center sets the session name of its own roles to the user's name. Nobody else can
    /// assume them, since their path is reserved to AWS.
    func isIdentityCenter(_ roleName: String?) -> Bool {
        guard let roleName, let arn = identity.issuerARN, arn.hasSuffix("/" + roleName) else {
            return false
        }
        return Alert.isIdentityCenter(role: arn)
    }
}

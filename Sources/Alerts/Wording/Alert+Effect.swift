import AccessPlan
import Calls

extension Alert {
    /// What it means for the alerts, or for the access, when the act succeeded: by what the call does
    /// first, and by the kind of resource second.
    var effect: String? {
        guard kind == .tamper, severityFromFacts != .low else { return nil }
        guard let call else {
            return
                "What this call does is not known here: read in AWS's documentation what it changes"
        }
        if call.service == .events, call.name == "EnableRule", resource.type == .eventRule {
            return "EnableRule takes the rule out of the state that sees AssumeRole"
        }
        switch change?.gravity ?? call.gravity {
        case .opens: return opened
        case .silences: return silenced(call)
        case .shutsOut: return shut
        case .alters:
            return "By itself it opens nothing and silences nothing, but nobody planned it"
        case .notes, .repairs: return nil
        }
    }

    private var opened: String {
        switch resource.type {
        case .snsTopic where resource.isGuarded, .snsSubscription where resource.isGuarded:
            "Others may hear what it sends now, or send by it"
        case .s3Bucket where resource.isGuarded: "Others may read what is in it now, or replace it"
        case .snsTopic, .snsSubscription:
            hearsOnly
                ? "Somebody else may hear the alerts now; whoever heard them before still does"
                : "Somebody else may use the topic now: an alert may be false"
        case .lambdaFunction: "Others may run the function now, with events that they made up"
        case .s3Bucket: "Others may read the functions' code now, or replace it"
        case .samlProvider: "Whoever holds the new signing key can come in as anybody"
        case .mfaDevice: "A second factor may be missing, or be somebody else's"
        case .iamUser, .root: "Somebody else may come in with it now, or with less proof"
        case .iamRole, .iamPolicy, .iamGroup: "More people may come in by it now, or may do more"
        case .serviceControlPolicy: "What guarded the emergency access may no longer do so"
        default: "Somebody may come in now, or may do more, who could not before"
        }
    }

    private func silenced(_ call: Call) -> String {
        switch resource.type {
        case .serviceControlPolicy: "What guarded the emergency access may no longer do so"
        case _ where resource.isGuarded:
            "The plan guards it: what relies on it may fail, or do what somebody wants"
        case .trail: "Without this trail AWS sends no events: what follows may go unseen"
        case .eventRule, .eventBus:
            "Without it the events of this account and Region may not arrive"
        case .snsTopic, .snsSubscription: "Alerts may reach fewer people, or nobody"
        case .kmsKey, .kmsAlias: "Without this key no alert can be sent or read"
        case .lambdaFunction: "Alerts may be lost, or say what somebody wants them to say"
        case .sqsQueue, .alarm: "If an alert is lost, nobody may notice"
        case .dynamoDBTable: "Alerts may be repeated, or their sessions not recognized"
        case .schedule, .scheduleGroup: "The nightly check may not run, and nobody may notice"
        case .region: "In a Region without rules nothing is heard"
        case .account where call.service == .sns || call.service == .smsVoice:
            "Alerts by SMS may not arrive"
        case .account where call.service == .cloudWatch: "An alarm may tell nobody"
        case .account, .organization: "Rules and guardrails may no longer reach the account"
        default: "Alerts may be lost, late or false"
        }
    }

    private var shut: String {
        switch resource.type {
        case .account, .organization: "Nobody may be able to come in when it is needed"
        case .serviceControlPolicy: "Emergency access may be denied what it needs"
        case .organizationPolicy:
            "Nobody in the accounts that it hits may be able to do what is needed"
        default: "Somebody may be kept out when it is needed"
        }
    }
}

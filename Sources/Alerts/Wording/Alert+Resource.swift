import AccessPlan
import Text

extension Alert {
    /// What was tampered with, in words: "the trail management-events".
    func resourceWords(_ phrasing: Phrasing) -> String {
        let type = resource.type?.rawValue ?? ""
        let noun =
            resource.type.flatMap { Alert.nouns[$0] } ?? "the "
            + short(
                type.exchanging {
                    $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0
                }, phrasing)
        if resource.type == .root || resource.type == .organization { return noun }
        // Root's own credentials are changed by IAM's calls for users.
        if resource.arn?.hasSuffix(":root") == true { return "the root user" }
        guard let name = resourceName else {
            return type.isEmpty ? "something that is guarded" : noun
        }
        if resource.type == .account {
            let words = accountWords(name, phrasing)
            if words.hasPrefix("the ") { return words }
            return words.hasPrefix("account ") ? "the \(words)" : "the account \(words)"
        }
        return "\(type.isEmpty ? "the resource" : noun) \(short(name, phrasing))"
    }

    /// The name of what was changed.
    var resourceName: String? { resource.name }

    static let nouns: [ResourceKind: String] = [
        .iamUser: "the user", .iamRole: "the role", .iamGroup: "the group",
        .iamPolicy: "the policy", .samlProvider: "the SAML provider",
        .mfaDevice: "the MFA device", .root: "the root user", .eventRule: "the event rule",
        .eventBus: "the event bus", .eventArchive: "the event archive",
        .snsTopic: "the alert topic", .snsSubscription: "a subscription to",
        .kmsKey: "the key", .kmsAlias: "the key alias", .trail: "the trail",
        .lambdaFunction: "the function", .sqsQueue: "the queue", .dynamoDBTable: "the table",
        .schedule: "the schedule", .alarm: "the alarm", .stackSet: "the stack set",
        .stack: "the stack", .serviceControlPolicy: "the guardrail policy", .region: "the Region",
        .organizationPolicy: "the policy", .oidcProvider: "the identity provider",
        .permissionSet: "the permission set", .organization: "the organization",
        .account: "the account", .s3Bucket: "the bucket",
        .logGroup: "the log group", .idpGroup: "the emergency group",
        .idp: "the identity provider", .idpApp: "the federation app",
        .idpGroupRule: "the group rule",
    ]
}

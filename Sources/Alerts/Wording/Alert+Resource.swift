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
        return "\(type.isEmpty ? "the resource" : noun) \(short(name, phrasing))"
    }

    /// The last part of the resource's ARN; a rule on a bus keeps both names apart.
    var resourceName: String? {
        guard let arn = resource.arn, !arn.isEmpty, !arn.hasSuffix("*") else { return nil }
        guard arn.hasPrefix("arn:") else { return arn }
        guard let last = arn.partOfARN(5), !last.isEmpty else { return nil }
        let colon = UInt8(ascii: ":")
        if resource.type == .snsSubscription { return last.beforeFirst(colon) }
        let tail = last.afterLast(UInt8(ascii: "/"))
        // `function:NAME:VERSION`, `alarm:NAME`, `log-group:NAME:*`.
        guard let index = tail.utf8.firstIndex(of: colon) else { return tail }
        return String(tail[tail.utf8.index(after: index)...]).beforeFirst(colon)
    }

    private static let nouns: [ResourceKind: String] = [
        .iamUser: "the user", .iamRole: "the role", .iamGroup: "the group",
        .iamPolicy: "the policy", .samlProvider: "the SAML provider",
        .mfaDevice: "the MFA device", .root: "the root user", .eventRule: "the event rule",
        .eventBus: "the event bus", .eventArchive: "the event archive",
        .snsTopic: "the alert topic", .snsSubscription: "a subscription to",
        .kmsKey: "the key", .kmsAlias: "the key alias", .trail: "the trail",
        .lambdaFunction: "the function", .sqsQueue: "the queue", .dynamoDBTable: "the table",
        .schedule: "the schedule", .alarm: "the alarm", .stackSet: "the stack set",
        .stack: "the stack", .serviceControlPolicy: "the guardrail policy", .region: "the Region",
        .organization: "the organization", .account: "the account", .s3Bucket: "the bucket",
        .logGroup: "the log group", .idpGroup: "the emergency group",
        .idpApp: "the federation app", .idpGroupRule: "the group rule",
    ]
}

/// What a hub's ledger holds of each event: the members that decide whether it is due.
///
/// A rule on the hub's bus writes one line for each event into a log group, past the functions. The
/// line is itself an event with fewer members, so that the reader of events decides whether it is due
/// (`LedgerLine` of `Events`). Nothing of `responseElements` is in it: there are credentials.
///
/// A target that is a log group takes a template with `timestamp` and `message` alone, and the message
/// must be text. EventBridge puts values into it as they are: it writes nothing for a member that an
/// event lacks, and does not escape what it writes. So the list has only texts, numbers and truth
/// values, and none that a stranger fills with any text he likes, except ``errorMessage``: it alone
/// says what a denied call wanted. The id comes first: it can be read from a line that a quote cut off.
/// Not in it, and so not due by the ledger: names inside lists, and requests that are no object.
/// Sources: EventBridge User Guide, "Amazon EventBridge input transformation"; AWS CDK,
/// `LogGroupTargetInput`.
public enum LedgerForm {
    /// The rule on the hub's bus.
    public static let rule = AlertPathNames.ledgerRule

    /// The log group, in each hub Region.
    public static let logGroup = AlertPathNames.ledgerLog

    /// Where the error's text is.
    static let errorMessage = "detail.errorMessage"

    /// The members, as JSON paths below `$`. EventBridge takes a hundred at most.
    public static let paths: [String] =
        envelope + record + identity + others + parameters.map { "detail.requestParameters.\($0)" }

    private static let envelope = [
        "detail.eventID", "id", "detail-type", "source", "account", "region", "time",
    ]

    private static let record =
        [
            "eventName", "eventSource", "eventType", "eventTime", "eventCategory", "awsRegion",
            "recipientAccountId", "sharedEventID", "readOnly", "managementEvent", "errorCode",
            "addendum.originalEventID", "resources[0].ARN", "resources[1].ARN",
        ].map { "detail.\($0)" } + [errorMessage]

    private static let identity = [
        "type", "principalId", "arn", "accountId", "accessKeyId", "userName", "invokedBy",
        "sessionContext.sessionIssuer.arn", "sessionContext.sessionIssuer.userName",
        "sessionContext.sessionIssuer.type", "sessionContext.assumedRoot", "inScopeOf.sourceArn",
    ].map { "detail.userIdentity.\($0)" }

    /// Of sign-ins, switched Regions, and the check's own reports.
    private static let others = [
        "additionalEventData.SwitchTo", "additionalEventData.SwitchFrom",
        "additionalEventData.SamlProviderArn", "accountId", "regionName", "told.due",
        "told.id",
    ].map { "detail.\($0)" }

    /// Parameters that name what a call is about.
    private static let parameters = [
        "accountId", "alarmName", "aliasName", "applicationArn", "archiveName", "backupArn",
        "bucketName", "changeSetName", "destinationArn", "directoryId", "endpoint", "eventBusName",
        "eventSourceArn", "functionName", "globalTableName", "groupId", "groupName",
        "identityStoreId", "instanceArn", "keyId", "logGroupIdentifier", "logGroupName", "name",
        "newGroupName", "newUserName", "omitted", "policyArn", "policyId", "policyName",
        "principalArn",
        "queueName", "queueUrl", "regionName", "resource", "resourceARN",
        "resourceArn", "resourceId", "roleArn", "roleName", "rule", "sAMLProviderArn",
        "serialNumber", "servicePrincipal", "sourceArn", "sourceTableName", "stackName",
        "stackSetName", "subscriptionArn", "tableArn", "tableName", "targetId", "targetKeyId",
        "targetPrincipal", "targetTableName", "topicArn", "trailName", "userName",
        "virtualMFADeviceName",
    ]
}

import AccessPlan

/// Writes the events for one plan.
struct CannedEvents {
    let plan: Plan

    var account: String { plan.accounts.first?.id ?? plan.emergencyAccount }
    var user: String { plan.breakGlassUsers.first ?? "nobody" }
    var emergencyRole: String { plan.emergencyRoles.first?.name ?? RoleNames.breakGlass }
    private var workRole: String { plan.rolesForWork.first?.name ?? RoleNames.breakGlass }
    private var workRoleARN: String { plan.roleARN(workRole, in: account) }

    var all: [CannedEvent] {
        [
            signIn("user-sign-in", "a break-glass user's sign-in", by: .user),
            signIn("root-sign-in", "root's sign-in", by: .root),
            event(
                "switch-role", "a switch of role in the console", "breakglass-sign-in",
                "SwitchRole", "aws.signin", by: .user, in: plan.emergencyAccount,
                detailType: "AWS Console Sign In via CloudTrail",
                more: #""additionalEventData":{"SwitchTo":"\#(workRoleARN)"}"#),
            event(
                "assume-role", "an emergency role being taken", "breakglass-assume-role",
                "AssumeRole", "aws.sts", by: .session, in: account, isReading: true,
                more: #""requestParameters":{"roleArn":"\#(workRoleARN)"}"#),
            event(
                "assume-role-denied", "a refused attempt to take an emergency role",
                "breakglass-assume-role", "AssumeRole", "aws.sts", by: .stranger, in: account,
                isReading: true,
                more: #""requestParameters":null,"errorCode":"AccessDenied","errorMessage":"#
                    + #""not authorized to perform: sts:AssumeRole on resource: \#(workRoleARN)""#),
            event(
                "canary", "the canary", "breakglass-assume-role", "AssumeRole", "aws.sts",
                by: .stranger, in: account, isReading: true,
                more: #""requestParameters":{"roleArn":"\#(canaryARN)"}"#),
            event(
                "saml-sign-in", "a sign-in through the identity provider", "breakglass-assume-role",
                "AssumeRoleWithSAML", "aws.sts", by: .stranger, in: plan.emergencyAccount,
                isReading: true, more: #""requestParameters":{"roleArn":"\#(emergencyRoleARN)"}"#),
            event(
                "audit-role", "a stranger taking the audit role", "breakglass-service-role",
                "AssumeRole", "aws.sts", by: .stranger, in: account, isReading: true,
                more: #""requestParameters":{"roleArn":"\#(auditARN)"}"#),
            event(
                "session-writes", "what an emergency session changes", "breakglass-role-session",
                "RunInstances", "aws.ec2", by: .session, in: account),
            event(
                "user-acts", "what a break-glass user does", "breakglass-user", "ListBuckets",
                "aws.s3", by: .user, in: plan.emergencyAccount, isReading: true),
            event(
                "root-acts", "what root does", "breakglass-root", "ListBuckets", "aws.s3",
                by: .root, in: account, isReading: true),
            change(
                "role-change", "a change to an emergency role", "breakglass-role-change",
                "UpdateAssumeRolePolicy", "aws.iam", #"{"roleName":"\#(workRole)"}"#),
            change(
                "role-policy-change", "a policy more on an emergency role",
                "breakglass-role-change", "AttachRolePolicy", "aws.iam",
                #"{"roleName":"\#(workRole)","policyArn":"arn:aws:iam::aws:policy/Other"}"#),
            change(
                "user-change", "a new key of a break-glass user", "breakglass-user-change",
                "CreateAccessKey", "aws.iam", #"{"userName":"\#(user)"}"#),
            change(
                "provider-change", "a change to the SAML provider", "breakglass-provider-change",
                "UpdateSAMLProvider", "aws.iam",
                #"{"sAMLProviderArn":"\#(plan.providerARN ?? "")"}"#),
            change(
                "rule-change", "a rule of ours being disabled", "breakglass-eventbridge-change",
                "DisableRule", "aws.events", #"{"name":"breakglass-sign-in"}"#),
            change(
                "target-change", "a rule of ours losing a target",
                "breakglass-eventbridge-change", "RemoveTargets", "aws.events",
                #"{"rule":"breakglass-sign-in","ids":["home"]}"#),
            change(
                "trail-change", "the trail being stopped", "breakglass-trail-change",
                "StopLogging", "aws.cloudtrail", #"{"name":"\#(AlertPathNames.trail)"}"#),
            change(
                "stack-change", "a stack of ours being deleted", "breakglass-stack-change",
                "DeleteStack", "aws.cloudformation", #"{"stackName":"breakglass-region"}"#),
            change(
                "outside-change", "a subscription from another account",
                "breakglass-outside-change", "Subscribe", "aws.sns",
                #"{"topicArn":"\#(plan.topicARN(AlertPathNames.topic, in: plan.regions.home))"}"#),
            change(
                "organization-change", "an organization policy being detached",
                "breakglass-organization-change", "DetachPolicy", "aws.organizations",
                #"{"policyId":"p-examplepolicy"}"#),
            change(
                "region-change", "a Region being enabled", "breakglass-ground-change",
                "EnableRegion", "aws.account", #"{"RegionName":"af-south-1"}"#),
            change(
                "topic-change", "a topic of ours being made anew", "breakglass-topic-change",
                "CreateTopic", "aws.sns", #"{"name":"\#(AlertPathNames.topic)"}"#),
            change(
                "key-change", "our key's alias being moved", "breakglass-key-change",
                "UpdateAlias", "aws.kms", #"{"aliasName":"\#(AlertPathNames.keyAlias)"}"#),
            change(
                "function-change", "new code of a function", "breakglass-function-change",
                "UpdateFunctionCode20150331v2", "aws.lambda",
                #"{"functionName":"\#(AlertPathNames.enricher)"}"#),
            change(
                "queue-change", "a queue of ours being emptied", "breakglass-queue-change",
                "PurgeQueue", "aws.sqs",
                #"{"queueUrl":"https://sqs/1/\#(AlertPathNames.rulesQueue)"}"#),
            change(
                "store-change", "the state table being deleted", "breakglass-store-change",
                "DeleteTable", "aws.dynamodb", #"{"tableName":"\#(AlertPathNames.table)"}"#),
            change(
                "log-change", "a log being deleted", "breakglass-log-change", "DeleteLogGroup",
                "aws.logs", #"{"logGroupName":"/aws/lambda/\#(AlertPathNames.enricher)"}"#),
            change(
                "ledger-change", "the ledger being deleted", "breakglass-ledger-change",
                "DeleteLogGroup", "aws.logs",
                #"{"logGroupName":"\#(AlertPathNames.ledgerLog)"}"#),
            change(
                "clock-change", "a schedule of ours being deleted", "breakglass-clock-change",
                "DeleteSchedule", "aws.scheduler", #"{"name":"breakglass-nightly"}"#),
            event(
                "unrelated", "an unrelated event", nil, "DescribeInstances", "aws.ec2",
                by: .stranger, in: account, isReading: true),
            event(
                "other-sign-in", "somebody else's sign-in", nil, "ConsoleLogin", "aws.signin",
                by: .employee, in: account, detailType: "AWS Console Sign In via CloudTrail",
                more: #""responseElements":{"ConsoleLogin":"Success"}"#),
            event(
                "other-role", "another role being taken", nil, "AssumeRole", "aws.sts",
                by: .stranger, in: account, isReading: true,
                more: #""requestParameters":{"roleArn":"\#(plan.roleARN("Other", in: account))"}"#),
            event(
                "other-role-change", "a change to another role", nil, "UpdateAssumeRolePolicy",
                "aws.iam", by: .stranger, in: account,
                more: #""requestParameters":{"roleName":"Other"}"#),
            event(
                "forged", "a forged sign-in", nil, "ConsoleLogin", "custom.signin", by: .user,
                in: plan.emergencyAccount, detailType: "AWS Console Sign In via CloudTrail"),
        ] + adoptedTrail
    }

    /// What is done to the trail that the plan names, in each form in which a call can name it.
    private var adoptedTrail: [CannedEvent] {
        guard let trail = plan.trail else { return [] }
        let name = trail.resource.split(separator: "/").last ?? ""
        return [("name", String(name)), ("arn", trail.text)].map { form, value in
            change(
                "adopted-trail-change-\(form)", "the trail of the plan being stopped",
                "breakglass-trail-change", "StopLogging", "aws.cloudtrail",
                #"{"name":"\#(value)"}"#)
        }
    }

    private var emergencyRoleARN: String {
        plan.roleARN(emergencyRole, in: plan.emergencyAccount)
    }
    private var canaryARN: String { plan.roleARN(AlertPathNames.canaryRole, in: account) }
    private var auditARN: String { plan.roleARN(AlertPathNames.auditRole, in: account) }

    private func signIn(_ name: String, _ title: String, by actor: Actor) -> CannedEvent {
        event(
            name, title, "breakglass-sign-in", "ConsoleLogin", "aws.signin", by: actor,
            in: plan.emergencyAccount, detailType: "AWS Console Sign In via CloudTrail",
            more: #""responseElements":{"ConsoleLogin":"Success"}"#)
    }

    /// A change by somebody who is not in the plan, in the emergency access account.
    private func change(
        _ name: String, _ title: String, _ rule: String, _ call: String, _ source: String,
        _ parameters: String
    ) -> CannedEvent {
        event(
            name, title, rule, call, source, by: .stranger, in: plan.emergencyAccount,
            more: #""requestParameters":\#(parameters)"#)
    }

    private func event(
        _ name: String, _ title: String, _ rule: String?, _ call: String, _ source: String,
        by actor: Actor, in account: String, detailType: String = "AWS API Call via CloudTrail",
        isReading: Bool = false, more: String? = nil
    ) -> CannedEvent {
        let service = source.split(separator: ".").last ?? ""
        let json = """
            {"version":"0","id":"00000000-0000-0000-0000-000000000000",\
            "detail-type":"\(detailType)","source":"\(source)","account":"\(account)",\
            "time":"2026-01-01T00:00:00Z","region":"\(plan.globalRegion)","resources":[],\
            "detail":{"eventVersion":"1.11","userIdentity":\(identity(actor)),\
            "eventTime":"2026-01-01T00:00:00Z","eventSource":"\(service).amazonaws.com",\
            "eventName":"\(call)","awsRegion":"\(plan.globalRegion)","readOnly":\(isReading),\
            "managementEvent":true\(more.map { "," + $0 } ?? "")}}
            """
        return CannedEvent(name: name, title: title, rule: rule, json: json)
    }
}

import AccessPlan
import Samples
import Testing

@testable import Alerts
@testable import Calls

/// What an act means by the value that it states, and what reverts it.
@Suite struct ReadingChangeTests {
    static func iam(_ name: String, _ request: String) -> Alert {
        TestEvent("iam", name, request).alert()
    }

    static let publisher = "breakglass-sns-publisher"

    @Test func `an inline policy of the plan is restored, a foreign one is removed`() {
        let ours = Self.iam(
            "PutRolePolicy",
            #"{"roleName":"\#(Self.publisher)","policyName":"\#(Self.publisher)"}"#)
        #expect(ours.due && ours.undoing == .deploy)
        let foreign = Self.iam(
            "PutRolePolicy", #"{"roleName":"\#(Self.publisher)","policyName":"more"}"#)
        #expect(
            foreign.undoing
                == .removal([
                    "aws iam delete-role-policy --role-name \(Self.publisher) --policy-name more"
                ]))
        #expect(foreign.nextSteps.contains { $0.contains("this does not restore it") })
    }

    @Test(arguments: [
        ("OurRulesPutEvents", true), ("NobodyButRulesAndTheCheckerPutsEvents", true), ("s", false),
    ])
    func `a statement of our bus is restored`(id: String, isOurs: Bool) {
        let alert = TestEvent(
            "events", "PutPermission",
            #"{"eventBusName":"breakglass-hub","statementId":"\#(id)","principal":"*"}"#
        ).alert()
        #expect(alert.due && (alert.undoing == .deploy) == isOurs)
    }

    @Test func `the reserved concurrency of the plan is restored`() {
        let alert = TestEvent(
            "lambda", "PutFunctionConcurrency20171031",
            #"{"functionName":"\#(Self.publisher)","reservedConcurrentExecutions":0}"#
        ).alert()
        #expect(alert.undoing == .deploy)
    }

    @Test(arguments: [
        ("DeleteRole", ""),
        ("DetachRolePolicy", #","policyArn":"arn:aws:iam::123456789012:policy/p""#),
        ("DeleteRolePolicy", #","policyName":"breakglass-sns-publisher""#),
        ("AttachRolePolicy", #","policyArn":"arn:aws:iam::aws:policy/AWSDenyAll""#),
        ("UpdateAssumeRolePolicy", #","policyDocument":"{\"Statement\":[]}""#),
        ("PutRolePermissionsBoundary", #","permissionsBoundary":"arn:aws:iam::aws:policy/x""#),
    ])
    func `who takes rights from a role that alerts run as silences them`(
        name: String, rest: String
    ) {
        let alert = Self.iam(name, #"{"roleName":"\#(Self.publisher)"\#(rest)}"#)
        #expect(alert.due && alert.severity == .critical)
        let planned = Self.iam(name, #"{"roleName":"EmergencyAccess_Role1_RO"\#(rest)}"#)
        #expect(planned.due && planned.severity == .high)
    }

    @Test(arguments: [
        #"{"functionName":"breakglass-sns-publisher","qualifier":"7"}"#,
        #"{"functionName":"breakglass-sns-publisher:7"}"#,
        #"{"functionName":"arn:aws:lambda:eu-west-1:123456789012:function:breakglass-sns-publisher:7"}"#,
    ])
    func `a version of a function is not the function`(request: String) {
        let alert = TestEvent("lambda", "DeleteFunction20150331", request).alert()
        #expect(alert.due && alert.severity != .critical)
        #expect(
            alert.headline.hasPrefix("The function breakglass-sns-publisher lost a version (7)"),
            "\(alert.headline)")
    }

    @Test(arguments: [
        #"{"functionName":"breakglass-sns-publisher"}"#,
        #"{"functionName":"123456789012:function:breakglass-sns-publisher"}"#,
        #"{"functionName":"arn:aws:lambda:eu-west-1:123456789012:function:breakglass-sns-publisher"}"#,
    ])
    func `a function is deleted by any form of its name`(request: String) {
        let alert = TestEvent("lambda", "DeleteFunction20150331", request).alert()
        #expect(alert.due && alert.severity == .critical)
    }

    @Test func `a dry run changes nothing`() {
        let alert = TestEvent(
            "lambda", "UpdateFunctionCode20150331v2",
            #"{"functionName":"breakglass-sns-publisher","dryRun":true}"#
        ).alert()
        #expect(alert.due && alert.severity == .low)
        #expect(alert.headline.contains("had new code checked by a dry run"))
    }

    @Test func `a stack by its ARN has its name`() {
        let arn = "arn:aws:cloudformation:eu-west-1:123456789012:stack/breakglass-hub/8a7d0d10-1"
        let alert = TestEvent("cloudformation", "DeleteStack", #"{"stackName":"\#(arn)"}"#).alert()
        #expect(alert.due && alert.headline.hasPrefix("The stack breakglass-hub was deleted"))
    }

    @Test func `KMS says that a key is gone by recording it`() {
        let event = TestEvent("kms", "DeleteKey", #"{"keyId":"\#(ReadingNamedTests.key)"}"#)
            .with { $0.eventType = "AwsServiceEvent" }
        let alert = event.alert()
        #expect(alert.due && alert.outcome.result == .success)
        #expect(alert.nextSteps.first?.hasPrefix("It cannot be undone") == true)
    }
}

import Deployment
import Testing

@Suite struct PassingFailureTests {
    @Test(arguments: [
        (
            "Resource handler returned message: \"The role defined for the function cannot be assumed by Lambda. (Service: Lambda, Status Code: 400)\"",
            PassingFailure.roleNotKnownYet
        ),
        (
            "The execution role you provide must allow AWS EventBridge Scheduler to assume the role.",
            .roleNotKnownYet
        ),
        (
            "Provided role 'arn:aws:iam::123456789012:role/x' cannot be assumed by principal 'events.amazonaws.com'.",
            .roleNotKnownYet
        ),
        (
            "Policy contains a statement with one or more invalid principals. (Service: Kms)",
            .roleNotKnownYet
        ),
        (
            "ConcurrentModificationException: EventBus breakglass-hub is being modified",
            .concurrentChange
        ),
        ("Rate exceeded (Service: AmazonCloudWatch)", .throttled),
    ])
    func `the services' words are known`(message: String, failure: PassingFailure) {
        #expect(PassingFailure.of([message, "Resource creation cancelled"]) == failure)
    }

    @Test(arguments: [
        "Rule is too complex", "Access denied for operation 'events:PutRule'.",
        "explicit deny in a service control policy", "breakglass-hub already exists",
    ])
    func `what would fail again is not tried again`(message: String) {
        #expect(PassingFailure.of([message]) == nil)
        #expect(PassingFailure.of(["Rate exceeded", message]) == nil)
    }

    @Test func `nothing that failed is nothing to try again`() {
        #expect(PassingFailure.of([]) == nil)
        #expect(PassingFailure.of(["Resource creation cancelled", " "]) == nil)
    }
}

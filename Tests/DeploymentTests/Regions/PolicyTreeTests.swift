import Deployment
import Testing

@Suite struct PolicyTreeTests {
    private typealias Sample = SampleOrganization

    private func verdict(
        _ text: String?, on target: String = "ou-work", action: String = "events:PutRule",
        region: String = "us-east-2", principal: String? = nil
    ) -> PolicyTree.Verdict {
        Sample.tree(text, on: target).verdict(
            on: PolicyRequest(
                action: action, region: region,
                principal: principal ?? Sample.plan.stackSetRole(in: Sample.production),
                account: Sample.production))
    }

    private let denied = PolicyTree.Verdict.denied(by: "policy p-deny (Regions)")

    private func deny(_ condition: String, action: String = #""Action": "*""#) -> String {
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Deny", \(action), "Resource": "*",
         "Condition": {\(condition)}}}
        """
    }

    @Test(arguments: ["r-root", "ou-work", "111122223333"])
    func `a policy binds on every level above the account`(target: String) {
        let text = Sample.regionDeny(allowed: ["eu-west-1"])
        #expect(verdict(text, on: target) == denied)
        #expect(verdict(text, on: target, region: "eu-west-1") == .allowed)
        #expect(verdict(text, on: "123456789012") == .allowed)
    }

    @Test func `NotAction exempts calls, and the principal's ARN people`() {
        let text = Sample.regionDeny(allowed: ["eu-west-1"])
        #expect(verdict(text, action: "iam:CreateRole") == .allowed)
        #expect(
            verdict(text, principal: "arn:aws:iam::111122223333:role/AWSControlTowerExecution")
                == .allowed)
    }

    @Test(arguments: [
        (#""StringEquals": {"aws:RequestedRegion": ["us-east-2", "eu-north-1"]}"#, true),
        (#""StringEquals": {"aws:requestedregion": "us-east-2"}"#, true),
        (#""StringEquals": {"aws:RequestedRegion": "us-east-1"}"#, false),
        (#""StringLike": {"aws:RequestedRegion": "us-*"}"#, true),
        (#""StringNotLike": {"aws:RequestedRegion": "eu-*"}"#, true),
        (#""StringNotEqualsIgnoreCase": {"aws:RequestedRegion": "US-EAST-2"}"#, false),
        (#""ForAnyValue:StringEquals": {"aws:RequestedRegion": ["us-east-2"]}"#, true),
        (#""StringNotEqualsIfExists": {"aws:RequestedRegion": ["us-east-2"]}"#, false),
        (#""Null": {"aws:RequestedRegion": "true"}"#, false),
        (
            #""StringEquals": {"aws:RequestedRegion": "us-east-2"}, "ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/stacksets-exec-*"}"#,
            true
        ),
        (
            #""StringEquals": {"aws:RequestedRegion": "us-east-2", "aws:PrincipalAccount": "999999999999"}"#,
            false
        ),
    ])
    func `conditions are read as IAM reads them`(condition: String, isDenied: Bool) {
        #expect(verdict(deny(condition)) == (isDenied ? denied : .allowed))
    }

    @Test(arguments: [
        #""StringEquals": {"aws:RequestedRegion": "us-east-2", "aws:PrincipalTag/team": "x"}"#,
        #""IpAddress": {"aws:SourceIp": "192.0.2.0/24"}"#,
        #""DateLessThan": {"aws:RequestedRegion": "us-east-2"}"#,
    ])
    func `what cannot be told stays open`(condition: String) {
        #expect(verdict(deny(condition)) == .open(because: "policy p-deny (Regions)"))
    }

    @Test func `one condition that fails settles it, whatever the others are`() {
        let condition =
            #""StringEquals": {"aws:RequestedRegion": "eu-west-1", "aws:PrincipalTag/team": "x"}"#
        #expect(verdict(deny(condition)) == .allowed)
    }

    @Test func `a policy that cannot be read stays open`() {
        #expect(verdict(nil) == .open(because: "policy p-deny (Regions)"))
        #expect(verdict("{") == .open(because: "policy p-deny (Regions)"))
    }

    @Test func `a level without an allowing policy denies`() {
        let list = PolicyTree(
            [
                Sample.full,
                PolicyTree.Policy(
                    id: "p-allow", name: "Allowed",
                    text: """
                        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*",
                         "Resource": "*",
                         "Condition": {"StringEquals": {"aws:RequestedRegion": ["eu-west-1"]}}}}
                        """),
            ],
            targets: ["p-FullAWSAccess": ["r-root", Sample.production], "p-allow": ["ou-work"]],
            parents: Sample.parents)
        func verdict(_ region: String) -> PolicyTree.Verdict {
            list.verdict(
                on: PolicyRequest(
                    action: "events:PutRule", region: region, principal: "x",
                    account: Sample.production))
        }
        #expect(verdict("eu-west-1") == .allowed)
        #expect(
            verdict("us-east-2") == .denied(by: "the lack of an allowing policy on ou-work"))
    }
}

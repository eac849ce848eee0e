import AccessPlan
import Testing

@testable import Alerts

struct AccountPageTests {
    @Test(arguments: [
        ("sns", "SetSMSAttributes", "sns/v3/home?region=us-east-1#/mobile/text-messaging"),
        ("iam", "UpdateAccountPasswordPolicy", "iam/home#/account_settings"),
        ("iam", "AcceptDelegationRequest", "iam/home"),
        ("account", "PutAlternateContact", "billing/home#/account"),
        ("organizations", "MoveAccount", "organizations/v2/home/accounts"),
        ("signin", "PutResourceControl", nil),
    ])
    func `what holds for an account has the page of its service`(
        service: String, name: String, path: String?
    ) {
        let alert = AlertSamples.make(.tamper, name, source: "\(service).amazonaws.com") {
            AlertSamples.user(&$0)
            $0.resource = .init(type: .account, arn: AlertSamples.workload)
        }
        #expect(alert.resourcePage == path.map { "https://console.aws.amazon.com/\($0)" })
    }

    @Test func `Regions are switched on the account's page, which AWS GovCloud (US) has not`() {
        var alert = Alert()
        alert.resource = .init(type: .region, arn: "eu-south-1")
        alert.eventSource = "account.amazonaws.com"
        alert.awsRegion = "us-east-1"
        #expect(alert.resourcePage?.hasSuffix("/billing/home#/account") == true)
        alert.awsRegion = "us-gov-west-1"
        #expect(alert.resourcePage == nil)
    }
}

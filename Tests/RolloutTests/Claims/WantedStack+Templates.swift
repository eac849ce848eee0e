import TemplateFiles
import Templates
import Testing

@testable import Deployment

extension WantedStack {
    /// A stack of one of our templates, with all that its conditions allow.
    static func of(_ name: String, without: Set<String> = []) throws -> WantedStack {
        let file = try #require(TemplateFile.named(name))
        let bus = "arn:aws:events:eu-west-1:123456789012:event-bus/breakglass-hub"
        let key = "1234abcd-12ab-34cd-56ef-1234567890ab"
        var parameters: [String: String] =
            switch name {
            case "region":
                [
                    "HomeBusArn": bus, "EmergencyAccountId": "123456789012",
                    "BreakGlassUser1": "User1",
                ]
            case "hub":
                [
                    "HomeRegion": "eu-west-1", "StandbyRegion": "us-west-2",
                    "EnricherCode": "e.zip", "PublisherCode": "p.zip", "CheckerCode": "c.zip",
                    "PartnerEventSource": "aws.partner/okta.com/example/log",
                    "SigningKeyArn": "arn:aws:kms:eu-west-1:123456789012:key/\(key)",
                    "SigningKeyAlias": "alias/okta", "TokenAudience": "api://x",
                    "APITokenSecretArn": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:t",
                    "ReportBucket": "reports",
                ]
            case "evidence": ["ReportingAccountIds": "123456789012"]
            case "access":
                [
                    "BreakGlassRoleArns": "arn:aws:iam::111122223333:role/BreakGlassRole",
                    "BreakGlassUser1": "User1", "BreakGlassUser2": "User2",
                    "SAMLProviderName": "Okta", "SAMLMetadata": "<EntityDescriptor/>",
                    "RoleNumber": "1",
                ]
            case "workload", "management":
                ["EmergencyAccountId": "123456789012", "RoleNumber": "1"]
            case "guardrail":
                [
                    "TargetIds": "r-root", "EmergencyAccountId": "123456789012",
                    "RolloutArns": "arn:aws:iam::123456789012:role/R",
                    "CustodianArns": "arn:aws:iam::123456789012:role/C",
                    "RevokerArns": "arn:aws:iam::123456789012:role/E",
                ]
            default: [:]
            }
        let value = try file.value()
        let declared = value["Parameters"]?.members?.map(\.name) ?? []
        parameters = parameters.filter { declared.contains($0.key) && !without.contains($0.key) }
        return WantedStack(
            stage: 1, at: .init(account: "123456789012", region: "eu-west-1", partition: "aws"),
            name: "breakglass-\(name)",
            StackTemplate(name: "\(name).yaml", bytes: file.bytes, value: value),
            parameters: parameters)
    }
}

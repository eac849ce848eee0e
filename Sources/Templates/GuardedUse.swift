import AccessPlan
import Text

extension Watched {
    /// The use of a guarded role, user or provider, in whichever account records it.
    func useFields(partition: String, longest: Int) -> [PatternField] {
        func matchers(_ patterns: [String]) -> [TemplateValue] {
            TemplateValue.matchers(ofAll: patterns, longest: longest)
        }
        let arns = matchers(spellings.filter { $0 != name })
        switch type {
        case .iamRole:
            let session = ARN.text(
                partition: partition, service: "sts", account: account ?? "*",
                resource: "assumed-role/\(name)/*")
            let names = matchers([name])
            // How a session's ARN begins says little where the account or the name is open.
            let isPlain = !(account ?? "*").hasWildcard && !name.beforeWildcards.isEmpty
            let sessions = isPlain ? matchers([session]) : []
            return [
                PatternField(.access, "requestParameters.roleArn", arns),
                PatternField(.access, "resources.ARN", arns),
                PatternField(.access, "responseElements.assumedRoleUser.arn", sessions),
                Self.switches,
                // A denial names the role nowhere but in its message.
                PatternField(
                    .access, "errorCode", Self.denials,
                    beside: ["eventName": [["prefix": "AssumeRole"]]]),
                PatternField(
                    .access, Self.issuer, names,
                    beside: [
                        "eventName": [
                            ["prefix": "AssumeRole"], "GetSessionToken", "GetFederationToken",
                        ]
                    ]),
                PatternField(.activity(changes: true), Self.issuer, names),
                PatternField(.activity(changes: true), "userIdentity.arn", sessions),
            ]
        case .iamUser:
            let names = matchers([name])
            return [
                Self.switches,
                PatternField(.activity(changes: false), "userIdentity.userName", names),
                PatternField(
                    .activity(changes: false), "userIdentity.arn",
                    (account ?? "*").hasWildcard || name.beforeWildcards.isEmpty
                        ? [] : matchers([arn])),
                PatternField(
                    .activity(changes: false), Self.issuer, names,
                    beside: ["userIdentity": ["type": ["FederatedUser"]]]),
            ]
        case .samlProvider:
            return [
                PatternField(.access, "requestParameters.principalArn", arns),
                PatternField(.access, "resources.ARN", arns),
                PatternField(.access, "additionalEventData.SamlProviderArn", arns),
            ]
        default:
            return []
        }
    }

    /// Switches of role in the console are rare, and name the role in one of three places.
    private static let switches = PatternField(
        .access, "eventName", ["SwitchRole", "ExitRole", "RenewRole"])

    private static let issuer = "userIdentity.sessionContext.sessionIssuer.userName"

    /// By which AWS's services say that a call was denied.
    static let denials: [TemplateValue] = [
        ["prefix": "AccessDenied"], ["prefix": "Unauthorized"], ["prefix": "Client.Unauthorized"],
        ["prefix": "Authorization"], ["prefix": "NotAuthorized"], ["prefix": "Forbidden"],
    ]
}

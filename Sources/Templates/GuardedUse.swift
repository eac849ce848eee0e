import AccessPlan

/// One field of a pattern, which any of the matchers may match.
struct PatternField: Hashable, Sendable {
    /// From `detail` on, e.g. `["requestParameters", "roleName"]`.
    let path: [String]
    /// As EventBridge writes them.
    let matchers: [TemplateValue]
    /// Further conditions, by path.
    var beside: [TemplateValue.Member] = []

    init(_ path: String, _ matchers: [TemplateValue], beside: [TemplateValue.Member] = []) {
        self.path = path.split(separator: ".").map(String.init)
        self.matchers = matchers
        self.beside = beside
    }
}

/// A group of fields of which any may match, together with what all of them have in common.
struct PatternGroup: Hashable, Sendable {
    /// The members of the pattern besides the field.
    struct Common: Hashable, Sendable {
        /// The envelope's `source`.
        let source: TemplateValue
        /// The account that records; `nil` for any.
        let account: String?
        /// Only what changes something.
        let changes: Bool
    }

    let common: Common
    let field: PatternField
}

extension Watched {
    /// The use of a guarded role, user or provider: recorded in any account.
    func useGroups(partition: String) -> [PatternGroup] {
        func any(_ source: String, _ fields: [PatternField]) -> [PatternGroup] {
            let common = PatternGroup.Common(
                source: [.text(source)], account: nil, changes: false)
            return fields.map { PatternGroup(common: common, field: $0) }
        }
        let exact: TemplateValue = .text(arn)
        switch type {
        case .iamRole:
            let session: TemplateValue = [
                "wildcard": .text(
                    ARN.text(
                        partition: partition, service: "sts", account: account ?? "*",
                        resource: "assumed-role/\(name)/*"))
            ]
            let issuer = "userIdentity.sessionContext.sessionIssuer.arn"
            return any(
                "aws.sts",
                [
                    PatternField("requestParameters.roleArn", [exact]),
                    PatternField("resources.ARN", [exact]),
                    PatternField("errorMessage", [["wildcard": .text("*\(arn)*")]]),
                    PatternField("responseElements.assumedRoleUser.arn", [session]),
                    PatternField(
                        issuer, [exact],
                        beside: [
                            .init(
                                name: "eventName",
                                value: [
                                    ["prefix": "AssumeRole"], "GetSessionToken",
                                    "GetFederationToken",
                                ])
                        ]),
                ])
                + any(
                    "aws.signin",
                    [
                        PatternField("additionalEventData.SwitchTo", [exact]),
                        PatternField("additionalEventData.SwitchFrom", [session]),
                        PatternField("userIdentity.arn", [session]),
                    ]) + [activity(PatternField(issuer, [exact]), changes: true)]
        case .iamUser:
            return any("aws.signin", [PatternField("additionalEventData.SwitchFrom", [exact])])
                + [
                    activity(PatternField("userIdentity.arn", [exact]), changes: false),
                    activity(
                        PatternField("userIdentity.sessionContext.sessionIssuer.arn", [exact]),
                        changes: false),
                ]
        case .samlProvider:
            return any("aws.sts", [PatternField("requestParameters.principalArn", [exact])])
                + any("aws.signin", [PatternField("additionalEventData.SamlProviderArn", [exact])])
        default:
            return []
        }
    }

    /// Any call, of any service.
    private func activity(_ field: PatternField, changes: Bool) -> PatternGroup {
        PatternGroup(
            common: .init(source: [["prefix": "aws."]], account: nil, changes: changes),
            field: field)
    }
}

import AccessPlan

extension Call {
    /// The call that an event records.
    /// - Parameters:
    ///   - eventSource: of CloudTrail, or EventBridge's source of a partner.
    ///   - name: without the version of Lambda's API.
    /// - Returns: `nil` if no row lists it.
    public static func of(_ eventSource: String?, _ name: String?) -> Call? {
        guard let eventSource, let name else { return nil }
        return index[Key(service: Service(eventSource: eventSource), name: name)]
    }

    /// The parameters that name a resource, in any call of a service, listed or not.
    public static func parameters(of service: Service) -> [Parameter] {
        parameters[service] ?? []
    }

    private struct Key: Hashable {
        let service: Service
        let name: String
    }

    private static let index = Dictionary(
        all.map { (Key(service: $0.service, name: $0.name), $0) },
        uniquingKeysWith: { first, _ in first })

    private static let parameters: [Service: [Parameter]] = {
        var found = further.mapValues { named in
            named.map { Parameter(name: $0.key, type: $0.value) }
        }
        for call in all {
            for parameter in call.target.parameters
            where found[call.service]?.contains(parameter) != true {
                found[call.service, default: []].append(parameter)
            }
        }
        return found
    }()

    /// Parameters of calls that no row lists.
    private static let further: [Service: KeyValuePairs<String, ResourceKind>] = [
        .cloudTrail: ["resourceArn": .trail, "resourceId": .trail],
        .events: [
            "eventSourceArn": .eventBus, "resourceARN": .eventBus, "resourceARN": .eventRule,
        ],
        .iam: ["permissionsBoundary": .iamPolicy],
        .lambda: ["resource": .lambdaFunction],
        .logs: [
            "logGroupIdentifier": .logGroup, "logGroupArn": .logGroup, "resourceArn": .logGroup,
        ],
        .cloudWatch: ["resourceARN": .alarm],
        .organizations: ["policyId": .serviceControlPolicy, "resourceId": .serviceControlPolicy],
        .s3: ["resourceArn": .s3Bucket],
        .scheduler: ["resourceArn": .scheduleGroup],
        .sqs: ["destinationArn": .sqsQueue],
    ]
}

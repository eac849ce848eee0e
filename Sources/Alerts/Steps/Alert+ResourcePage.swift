import AccessPlan
import Text

extension Alert {
    /// The page of the console that shows what was changed; `nil` where none is known.
    var resourcePage: String? {
        if resource.type == .account || resource.type == .region { return accountPage }
        if let global = globalResourcePage { return page(global) }
        guard let name = resourceName, Alert.isSafeARN(name), let place = resourceRegion,
            let path = Alert.path(of: resource.type, name.urlEncoded)
        else { return nil }
        let (service, fragment) = path
        return page("\(service)/home?region=\(place)#\(fragment)")
    }

    private var resourceRegion: String? {
        resource.arn?.partOfARN(3).flatMap { $0.isRegionName ? $0 : nil } ?? regionalPlace
    }

    private var globalResourcePage: String? {
        if resource.type == .root || resource.arn?.hasSuffix(":root") == true {
            return "iam/home#/security_credentials"
        }
        if resource.type == .organization {
            return "organizations/v2/home/accounts"
        }
        guard let name = resourceName, Alert.isSafeName(name) else { return nil }
        let id = name.urlEncoded
        switch resource.type {
        case .iamUser: return "iam/home#/users/details/\(id)?section=security_credentials"
        case .iamRole: return "iam/home#/roles/details/\(id)"
        case .iamGroup: return "iam/home#/groups/details/\(id)"
        case .iamPolicy: return "iam/home#/policies"
        case .samlProvider: return "iam/home#/identity_providers"
        case .mfaDevice: return "iam/home#/users"
        case .serviceControlPolicy:
            return "organizations/v2/home/policies/service-control-policy/\(id)"
        case .s3Bucket: return "s3/buckets/\(id)"
        default: return nil
        }
    }

    /// Service and fragment of a Regional page.
    private static func path(
        of type: ResourceKind?, _ id: String
    ) -> (service: String, fragment: String)? {
        switch type {
        case .trail: ("cloudtrailv2", "/trails")
        case .eventRule: ("events", "/rules")
        case .eventBus: ("events", "/eventbuses")
        case .eventArchive: ("events", "/archives")
        case .snsTopic, .snsSubscription: ("sns/v3", "/topics")
        case .kmsKey, .kmsAlias: ("kms", "/kms/keys/\(id)")
        case .lambdaFunction: ("lambda", "/functions/\(id)")
        case .sqsQueue: ("sqs/v3", "/queues")
        case .dynamoDBTable: ("dynamodbv2", "table?name=\(id)")
        case .schedule: ("scheduler", "schedules")
        case .alarm: ("cloudwatch", "alarmsV2:alarm/\(id)")
        case .stack: ("cloudformation", "/stacks")
        case .stackSet: ("cloudformation", "/stacksets")
        case .logGroup: ("cloudwatch", "logsV2:log-groups")
        default: nil
        }
    }
}

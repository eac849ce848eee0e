import Partitions

extension AWS.Service {
    /// The Region that requests of this service are signed for, and where it is found: the given one,
    /// except for a service that a partition has only once.
    ///
    /// Source: the endpoints and quotas of IAM, Organizations and Account Management in
    /// <https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html>.
    func home(for region: String) -> String {
        switch name {
        case "iam": Partition(region: region).globalRegion ?? region
        case "organizations", "account": Partition(region: region).organizationRegion ?? region
        default: region
        }
    }
}

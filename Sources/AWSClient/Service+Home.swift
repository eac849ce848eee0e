extension AWS.Service {
    /// The Region in which a service is found that a partition has only once, and for which its
    /// requests are signed; the given one for every other service.
    ///
    /// Source: the endpoints and quotas of IAM, Organizations and Account Management in
    /// <https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html>.
    func home(for region: String) -> String {
        guard ["iam", "organizations", "account"].contains(name) else { return region }
        return switch AWS.Partition(region: region).name {
        case "aws": "us-east-1"
        case "aws-us-gov": "us-gov-west-1"
        case "aws-cn": name == "iam" ? "cn-north-1" : "cn-northwest-1"
        default: region
        }
    }
}

extension AWS.Partition {
    /// What stands between `iam` and the suffix in the one host name of IAM; nil where it is a
    /// Region, as with other services.
    func placeOfIAM(dualStack: Bool) -> String? {
        switch name {
        case "aws": dualStack ? ".global" : ""
        case "aws-us-gov": ".us-gov"
        case "aws-cn" where dualStack: ".global"
        default: nil
        }
    }
}

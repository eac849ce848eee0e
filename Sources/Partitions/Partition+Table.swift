extension Partition {
    /// All partitions, the usual one first.
    public static let all: [Partition] = [
        standard, govCloud, china,
        Partition("aws-iso", regions: "us-iso-", "c2s.ic.gov", "api.aws.ic.gov"),
        Partition("aws-iso-b", regions: "us-isob-", "sc2s.sgov.gov", "api.aws.scloud"),
        Partition("aws-iso-e", regions: "eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
        Partition("aws-iso-f", regions: "us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
        Partition("aws-eusc", regions: "eusc-", "amazonaws.eu", "api.amazonwebservices.eu"),
    ]

    /// The partition of most accounts.
    public static let standard: Partition = {
        var partition = Partition("aws", regions: nil, "amazonaws.com", "api.aws")
        partition.signInRegions = ["us-west-2", "eu-west-1"]
        partition.globalSignInRegions = ["us-east-1", "us-east-2", "eu-north-1", "ap-southeast-2"]
        partition.consoleHost = "console.aws.amazon.com"
        partition.globalRegion = "us-east-1"
        partition.organizationRegion = "us-east-1"
        partition.iamPlace = ""
        partition.iamDualStackPlace = ".global"
        partition.samlAudience = "urn:amazon:webservices"
        partition.oktaEnvironment = "aws.amazon"
        return partition
    }()

    /// AWS GovCloud (US).
    public static let govCloud: Partition = {
        var partition = Partition("aws-us-gov", regions: "us-gov-", "amazonaws.com", "api.aws")
        partition.signInHost = "signin.amazonaws-us-gov.com"
        partition.signInRegions = ["us-gov-west-1", "us-gov-east-1"]
        partition.globalSignInRegions = ["us-gov-west-1", "us-gov-east-1"]
        partition.consoleHost = "console.amazonaws-us-gov.com"
        partition.globalRegion = "us-gov-west-1"
        partition.organizationRegion = "us-gov-west-1"
        partition.iamPlace = ".us-gov"
        partition.iamDualStackPlace = ".us-gov"
        partition.samlAudience = "urn:amazon:webservices:govcloud"
        partition.oktaEnvironment = "aws.govcloud"
        return partition
    }()

    /// The Regions in China.
    public static let china: Partition = {
        var partition = Partition(
            "aws-cn", regions: "cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn")
        partition.signInHost = "signin.amazonaws.cn"
        partition.consoleHost = "console.amazonaws.cn"
        partition.globalRegion = "cn-north-1"
        partition.organizationRegion = "cn-northwest-1"
        partition.iamDualStackPlace = ".global"
        return partition
    }()
}

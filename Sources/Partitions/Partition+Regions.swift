extension Partition {
    /// The Regions that were known at the time of this release: those in operation and those that AWS
    /// announced. AWS adds some every year.
    ///
    /// Source: botocore, `partitions.json`, with which a test compares it.
    public var regions: [String] { Self.knownRegions[name] ?? [] }

    /// The known Regions of all partitions.
    public static let allRegions: [String] = all.flatMap(\.regions)

    private static let knownRegions: [String: [String]] = [
        "aws": [
            "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2",
            "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2",
            "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6",
            "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2",
            "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3",
            "il-central-1", "me-central-1", "me-south-1", "me-west-1", "mx-central-1", "sa-east-1",
            "sa-west-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
        ],
        "aws-us-gov": ["us-gov-east-1", "us-gov-west-1"],
        "aws-cn": ["cn-north-1", "cn-northwest-1"],
        "aws-iso": ["us-iso-east-1", "us-iso-west-1"],
        "aws-iso-b": ["us-isob-east-1", "us-isob-west-1"],
        "aws-iso-e": ["eu-isoe-west-1"],
        "aws-iso-f": ["us-isof-east-1", "us-isof-south-1"],
        "aws-eusc": ["eusc-de-east-1"],
    ]
}

extension Partition {
    /// Whether the templates can be deployed to it. In the others, SAML sign-in and IAM Identity Center
    /// differ, and nothing was tried.
    public var isSupported: Bool { self == .standard || self == .govCloud }

    /// Its name, with the country or the cloud that it serves.
    public var title: String {
        switch name {
        case "aws-cn": "partition aws-cn (China)"
        case "aws-eusc": "partition aws-eusc (AWS European Sovereign Cloud)"
        default: "partition \(name)"
        }
    }
}

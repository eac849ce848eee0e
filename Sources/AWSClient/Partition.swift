extension AWS {
    /// A part of AWS that shares nothing with the others: its own accounts, ARNs and host names.
    public struct Partition: Sendable, Hashable {
        /// As ARNs name it: `aws`, `aws-cn`, `aws-us-gov`, ….
        public let name: String

        /// The end of its host names.
        public let dnsSuffix: String

        /// The end of its host names that have IPv6 addresses too.
        public let dualStackSuffix: String

        /// The partition that a Region belongs to.
        public init(region: String) {
            let known = Self.others.first { region.hasPrefix($0.prefix) }
            name = known?.name ?? "aws"
            dnsSuffix = known?.suffix ?? "amazonaws.com"
            dualStackSuffix = known?.dualStack ?? "api.aws"
        }

        private static let others:
            [(prefix: String, name: String, suffix: String, dualStack: String)] = [
                ("cn-", "aws-cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
                ("us-gov-", "aws-us-gov", "amazonaws.com", "api.aws"),
                ("us-iso-", "aws-iso", "c2s.ic.gov", "api.aws.ic.gov"),
                ("us-isob-", "aws-iso-b", "sc2s.sgov.gov", "api.aws.scloud"),
                ("eu-isoe-", "aws-iso-e", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
                ("us-isof-", "aws-iso-f", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
                ("eusc-", "aws-eusc", "amazonaws.eu", "api.amazonwebservices.eu"),
            ]
    }
}

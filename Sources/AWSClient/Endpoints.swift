import HTTP
import Partitions
public import System

extension AWS {
    /// The URL of each service: as configured, else with AWS's host name.
    ///
    /// The rules are those of
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html>.
    public struct Endpoints: Sendable {
        private let environment: Environment
        private let profile: Profile?

        /// Makes the rules from the environment and, if there is one, a profile.
        public init(environment: Environment, profile: Profile? = nil) {
            self.environment = environment
            self.profile = profile
        }

        /// The URL of a service, without a path of its own.
        ///
        /// - Parameters:
        ///   - service: the service.
        ///   - region: e.g. `eu-west-1`.
        /// - Returns: e.g. `https://sns.eu-west-1.amazonaws.com`.
        /// - Throws: ``Failure/configuration(setting:problem:)``.
        public func url(of service: Service, region: String) throws(Failure) -> String {
            // The Region is part of every signature, also if the host is configured.
            guard Self.isRegion(region) else {
                throw .configuration(
                    setting: "region",
                    problem: "is missing or malformed\nhint: set AWS_REGION, e.g. eu-west-1")
            }
            if let (setting, url) = configured(service) {
                guard Address(url) != nil else {
                    throw .configuration(
                        setting: setting, problem: "is not an absolute http or https URL")
                }
                return url
            }
            let partition = Partition(region: region)
            // Secrets Manager has no host names of this kind.
            let isDual = isOn("use_dualstack_endpoint") && service.name != "secretsmanager"
            let isFIPS = isOn("use_fips_endpoint") && !isFIPSAnyway(service, partition, isDual)
            let host = isFIPS ? "\(service.name)-fips" : service.name
            let place =
                (service.name == "iam"
                    ? isDual ? partition.iamDualStackPlace : partition.iamPlace : nil)
                ?? ".\(service.home(for: region))"
            return "https://\(host)\(place)."
                + (isDual ? partition.dualStackSuffix : partition.dnsSuffix)
        }

        /// In GovCloud some services have only one kind of host, which is FIPS-validated.
        private func isFIPSAnyway(
            _ service: Service, _ partition: Partition, _ isDual: Bool
        ) -> Bool {
            let services = ["events", "iam", "monitoring", "organizations"]
            let withoutDualStack = [
                "cloudformation", "cloudtrail", "dynamodb", "identitystore", "logs",
                "servicequotas", "sns", "sqs", "sso", "sts",
            ]
            return partition == .govCloud
                && (services + (isDual ? [] : withoutDualStack)).contains(service.name)
        }

        private func configured(_ service: Service) -> (setting: String, url: String)? {
            guard !isOn("ignore_configured_endpoint_urls") else { return nil }
            for name in ["AWS_ENDPOINT_URL_\(service.variable)", "AWS_ENDPOINT_URL"] {
                if let url = environment[name] { return (name, url) }
            }
            guard let profile else { return nil }
            let own = profile.services[service.variable.lowercased()]?.value("endpoint_url")
            guard let url = own ?? profile.settings.value("endpoint_url") else { return nil }
            return ("endpoint_url of profile \"\(profile.name)\" in \(profile.file)", url)
        }

        /// A switch of the environment (`AWS_` and capitals), else of the profile.
        private func isOn(_ setting: String) -> Bool {
            let variable = "AWS_" + setting.uppercased()
            if let word = environment[variable] { return word.lowercased() == "true" }
            return profile?.settings.isTrue(setting) ?? false
        }

        private static func isRegion(_ region: String) -> Bool {
            (3...32).contains(region.utf8.count)
                && region.utf8.allSatisfy {
                    $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") || $0 == UInt8(ascii: "-")
                        || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
                }
        }
    }
}

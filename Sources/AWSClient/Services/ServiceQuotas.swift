import Text

/// Service Quotas. <https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/>
public enum ServiceQuotas {
    static let service = AWS.Service(
        name: "servicequotas", variable: "SERVICE_QUOTAS",
        wire: .json(version: "1.1", target: "ServiceQuotasV20190624"))

    /// A quota by its codes.
    public struct Quota: Sendable, Hashable {
        /// The service's code, e.g. `events`.
        public let service: String

        /// The quota's code, e.g. `L-244521F2`.
        public let code: String

        /// Names a quota.
        public init(service: String, code: String) {
            self.service = service
            self.code = code
        }
    }

    /// Reads a quota as it applies to the account in this Region; `NoSuchResourceException` where
    /// only the default is known.
    /// <https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_GetServiceQuota.html>
    public static func getServiceQuota(_ quota: Quota) -> AWS.Operation<Int> {
        value("GetServiceQuota", quota)
    }

    /// Reads a quota's default value in this Region.
    /// <https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_GetAWSDefaultServiceQuota.html>
    public static func getDefaultServiceQuota(_ quota: Quota) -> AWS.Operation<Int> {
        value("GetAWSDefaultServiceQuota", quota)
    }

    private static func value(_ name: String, _ quota: Quota) -> AWS.Operation<Int> {
        let input: JSON = [
            "ServiceCode": .string(quota.service), "QuotaCode": .string(quota.code),
        ]
        return AWS.Operation(service, name, .json(input)) { answer throws(AWS.Unreadable) in
            // The API writes whole numbers as `300.0`.
            let value = try answer.json()["Quota"]?["Value"]?.int
            return Int(try require(value, "Value"))
        }
    }
}

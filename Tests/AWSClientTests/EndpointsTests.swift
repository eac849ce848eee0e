import Testing

@testable import AWSClient
@testable import System

struct EndpointsTests {
    @Test(arguments: [
        ("eu-west-1", "https://sns.eu-west-1.amazonaws.com"),
        ("cn-north-1", "https://sns.cn-north-1.amazonaws.com.cn"),
        ("us-gov-west-1", "https://sns.us-gov-west-1.amazonaws.com"),
        ("us-isob-east-1", "https://sns.us-isob-east-1.sc2s.sgov.gov"),
        ("us-iso-east-1", "https://sns.us-iso-east-1.c2s.ic.gov"),
    ])
    func `a service has its host in each partition`(
        region: String, url: String
    ) throws {
        let endpoints = AWS.Endpoints(environment: Environment([:]))
        #expect(try endpoints.url(of: SNS.service, region: region) == url)
    }

    static let profile = AWS.Profile(
        name: "p", settings: ["endpoint_url": "http://profile"],
        services: ["dynamodb": ["endpoint_url": "http://section"]])

    @Test func `the more special setting wins, the environment before the profile`() throws {
        let all = [
            "AWS_ENDPOINT_URL_DYNAMODB": "http://special", "AWS_ENDPOINT_URL": "http://general",
        ]
        func url(_ service: AWS.Service, _ variables: [String: String]) throws -> String {
            try AWS.Endpoints(environment: Environment(variables), profile: Self.profile)
                .url(of: service, region: "eu-west-1")
        }
        #expect(try url(DynamoDB.service, all) == "http://special")
        #expect(try url(SNS.service, all) == "http://general")
        #expect(try url(DynamoDB.service, [:]) == "http://section")
        #expect(try url(SNS.service, [:]) == "http://profile")
        #expect(try url(SNS.service, ["AWS_ENDPOINT_URL": ""]) == "http://profile")
        let ignore = all.merging(["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "TRUE"]) { one, _ in one }
        #expect(try url(SNS.service, ignore) == "https://sns.eu-west-1.amazonaws.com")
        #expect(
            try url(EventBridge.service, ["AWS_ENDPOINT_URL_EVENTBRIDGE": "http://e"]) == "http://e"
        )
    }

    @Test func `FIPS and dual stack are switched on by either`() throws {
        let fips = AWS.Endpoints(environment: Environment(["AWS_USE_FIPS_ENDPOINT": "true"]))
        #expect(
            try fips.url(of: KMS.service, region: "us-east-1")
                == "https://kms-fips.us-east-1.amazonaws.com")
        let profile = AWS.Profile(name: "p", settings: ["use_dualstack_endpoint": "true"])
        let dual = AWS.Endpoints(environment: Environment([:]), profile: profile)
        #expect(
            try dual.url(of: KMS.service, region: "eu-west-1") == "https://kms.eu-west-1.api.aws")
        let off = AWS.Endpoints(
            environment: Environment(["AWS_USE_DUALSTACK_ENDPOINT": "false"]), profile: profile)
        #expect(
            try off.url(of: KMS.service, region: "eu-west-1")
                == "https://kms.eu-west-1.amazonaws.com")
    }

    @Test(arguments: ["", "x", "eu-west-1.evil.example/", "EU-WEST-1", "a/b", "eu west"])
    func `a Region that is none cannot name a host`(region: String) {
        #expect(throws: AWS.Failure.self) {
            try AWS.Endpoints(environment: Environment([:])).url(of: SNS.service, region: region)
        }
    }

    @Test func `a setting that is no URL is named, not shown`() {
        let endpoints = AWS.Endpoints(
            environment: Environment(["AWS_ENDPOINT_URL_SNS": "http://user:secret@host"]))
        let failure = #expect(throws: AWS.Failure.self) {
            try endpoints.url(of: SNS.service, region: "eu-west-1")
        }
        #expect(
            failure?.description == "AWS_ENDPOINT_URL_SNS is not an absolute http or https URL")
    }
}

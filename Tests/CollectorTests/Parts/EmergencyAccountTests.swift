import Testing

@testable import Collector
@testable import Snapshots

struct EmergencyAccountTests {
    private func summary(_ names: String...) -> String {
        "<SummaryMap>"
            + names.map { "<entry><key>\($0)</key><value>1</value></entry>" }.joined()
            + "</SummaryMap>"
    }

    private func account(
        _ operation: String, _ reply: StandInAWS.Reply
    ) async -> Snapshot.EmergencyAccount {
        await StandInAWS.iam { $0.operation == operation ? reply : .usual }
            .snapshot(RolesTests.federated).emergencyAccount
    }

    @Test func `the root user is read from the account summary`() async throws {
        let whole = summary(
            "AccountMFAEnabled", "AccountAccessKeysPresent", "AccountSigningCertificatesPresent")
        let root = try await account(
            "GetAccountSummary", StandInAWS.query("GetAccountSummary", whole)
        ).root.get()
        #expect(root.hasMFA && root.hasAccessKeys && root.hasSigningCertificates)
        #expect(root.hasPassword == nil)
    }

    @Test func `a missing number of the summary does not count as zero`() async {
        let half = summary("AccountMFAEnabled", "AccountAccessKeysPresent")
        let root = await account(
            "GetAccountSummary", StandInAWS.query("GetAccountSummary", half)
        ).root
        #expect(root.unread?.reason == .malformed)
    }

    @Test func `a provider exists even if its metadata cannot be read`() async throws {
        let provider = try await account(
            "GetSAMLProvider",
            StandInAWS.query(
                "GetSAMLProvider", "<SAMLMetadataDocument>no XML</SAMLMetadataDocument>")
        ).samlProvider.get()
        #expect(provider.arn == "arn:aws:iam::123456789012:saml-provider/Okta")
        #expect(provider.metadata.unread?.reason == .malformed)
    }

    @Test func `a deleted provider is missing; without federation it is not read`() async {
        let gone = await account("GetSAMLProvider", .refuseXML("NoSuchEntity")).samlProvider
        #expect(gone.isMissing)
        let aws = StandInAWS()
        _ = await aws.snapshot(.small)
        #expect(aws.calls("GetSAMLProvider").isEmpty)
    }

    @Test func `a trail is read in its home Region, and a denial there is the reason`() async throws
    {
        let aws = StandInAWS { call in
            switch call.operation {
            case "DescribeTrails":
                .this(
                    200,
                    #"{"trailList":[{"TrailARN":"arn:t","IsMultiRegionTrail":true,"HomeRegion":"us-east-1"}]}"#
                )
            case "GetTrailStatus":
                .this(200, #"{"IsLogging":true,"LatestDeliveryError":"AccessDenied"}"#)
            case "GetEventSelectors": .refuse("AccessDeniedException")
            default: .usual
            }
        }
        let trails = await aws.snapshot().account("111122223333").trails
        let trail = try #require(try trails.whole().first)
        #expect(try trail.isMultiRegion && trail.isLogging.get())
        #expect(trail.deliveryError == "AccessDenied")
        #expect(trail.managementEvents.unread?.reason == .denied)
        #expect(Set(aws.calls("GetTrailStatus").map(\.region)) == ["us-east-1"])
        #expect(Set(aws.calls("DescribeTrails").map(\.region)) == ["eu-west-1"])
    }
}

import Testing

@testable import Snapshots

struct OrganizationTests {
    /// A unit with a unit with production in it, one that holds itself, and a policy on the first.
    private func organization(
        _ target: String = #"{"TargetId":"ou-1","Type":"ORGANIZATIONAL_UNIT"}"#,
        refusing operation: String = ""
    ) -> StandInAWS {
        StandInAWS { call in
            if call.operation == operation { return .refuse("AccessDeniedException") }
            return switch call.operation {
            case "ListAccounts":
                .this(200, #"{"Accounts":[{"Id":"1","Name":"n","State":"ACTIVE"}]}"#)
            case "ListPolicies":
                .this(
                    200, #"{"Policies":[{"Id":"p-1"},{"Id":"p-AWS","AwsManaged":true}]}"#)
            case "ListTargetsForPolicy": .this(200, #"{"Targets":[\#(target)]}"#)
            case "DescribePolicy": .this(200, #"{"Policy":{"Content":"{}"}}"#)
            case "ListChildren" where call.body.contains(#""ACCOUNT""#):
                .this(
                    200,
                    call.body.contains("ou-2")
                        ? #"{"Children":[{"Id":"111122223333"}]}"# : #"{"Children":[]}"#)
            case "ListChildren":
                .this(200, #"{"Children":[{"Id":"ou-2"},{"Id":"ou-1"}]}"#)
            default: .usual
            }
        }
    }

    @Test func `a policy is on every account below the unit it hangs on`() async throws {
        let aws = organization()
        let snapshot = await aws.snapshot()
        let policies = snapshot.account("111122223333").resourceControlPolicies
        #expect(try policies.whole() == [.init(name: "p-1", text: "{}")])
        #expect(try snapshot.account("123456789012").resourceControlPolicies.whole().isEmpty)
        #expect(aws.calls("DescribePolicy").count == 1)
        #expect(try snapshot.organization.accounts.whole().map(\.status) == ["ACTIVE"])
    }

    @Test func `a policy on the root is on every account`() async throws {
        let snapshot = await organization(#"{"TargetId":"r-1","Type":"ROOT"}"#).snapshot()
        for id in ["111122223333", "123456789012"] {
            #expect(try snapshot.account(id).resourceControlPolicies.whole().count == 1)
        }
    }

    @Test(arguments: ["ListPolicies", "ListTargetsForPolicy", "DescribePolicy", "ListChildren"])
    func `a part that cannot be read is unavailable for every account`(operation: String) async {
        let snapshot = await organization(refusing: operation).snapshot()
        for account in snapshot.accounts.values {
            #expect(account.resourceControlPolicies.unread?.reason == .denied)
        }
    }

    @Test func `no organization is a fact, not a failure`() async throws {
        let snapshot = await StandInAWS {
            $0.operation == "DescribeOrganization"
                ? .refuse("AWSOrganizationsNotInUseException") : .usual
        }.snapshot()
        #expect(try snapshot.organization.accounts.whole().isEmpty)
        #expect(try snapshot.organization.managesRootCentrally.get() == false)
        #expect(try snapshot.account("111122223333").resourceControlPolicies.whole().isEmpty)
    }
}

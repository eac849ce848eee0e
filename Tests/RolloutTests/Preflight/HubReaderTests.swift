import AccessPlan
import Deployment
import FakeAWS
import HTTP
import Testing

@testable import Rollout

@Suite struct HubReaderTests {
    private func read(
        _ change: @escaping @Sendable (FakeCloud.Call) -> Response?
    ) async -> HubSurroundings {
        var plan = FakeAccount.plan
        plan.subscribers = [.init(transport: .sms, endpoint: "+15555550100")]
        return await HubReader.read(plan, FakeAccount(change).site(), "eu-west-1")
    }

    @Test func `what a Region offers is read`() async {
        let here = await read { call in
            call.action == "GetSMSSandboxAccountStatus"
                ? .xml("GetSMSSandboxAccountStatus", "<IsInSandbox>true</IsInSandbox>") : nil
        }
        #expect(here.hasArchives == true && here.unreserved == 1_000 && here.reserved == 0)
        #expect(here.isInSMSSandbox == true)
        #expect(here.unread.isEmpty)
    }

    @Test func `a Region that does not know archives has none`() async {
        let here = await read { $0.action == "ListArchives" ? .error("UnknownOperation") : nil }
        #expect(here.hasArchives == false)
        #expect(here.unread[.archive] == nil)
    }

    @Test func `what is refused is unknown`() async {
        let here = await read { _ in .error("AccessDeniedException", status: 403) }
        #expect(here.hasArchives == nil && here.unreserved == nil && here.isInSMSSandbox == nil)
        #expect(Set(here.unread.keys) == [.archive, .concurrency, .sms])
    }
}

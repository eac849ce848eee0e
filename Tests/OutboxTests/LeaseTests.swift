import Foundation
import Outbox
import Samples
import Testing

@Suite struct LeaseTests {
    @Test func `a lease that no function writes is over`() {
        #expect(Lease.isOver(nil, at: 1_000))
        #expect(Lease.isOver(999, at: 1_000))
        #expect(!Lease.isOver(1_000, at: 1_000))
        #expect(!Lease.isOver(1_000 + Lease.longest, at: 1_000))
        #expect(Lease.isOver(1_001 + Lease.longest, at: 1_000))
    }

    @Test func `no function writes a lease that counts as over`() {
        for lease in [Lease.claim, Lease.fold, Lease.collector] { #expect(lease <= Lease.longest) }
    }

    @Test func `no publisher runs as long as its lease, and Lambda repeats none within it`() throws
    {
        let template = try String(
            contentsOf: Golden.root.appendingPathComponent("template/hub.yaml"), encoding: .utf8)
        let publishers = template.matches(
            of: /FunctionName: breakglass-sns-publisher[^\n]*\n(?:.*\n){1,9}?      Timeout: (\d+)\n/
        )
        #expect(publishers.count >= 1)
        for publisher in publishers {
            let timeout = try #require(Int64(publisher.output.1))
            #expect(timeout < Lease.claim && timeout < Lease.collector)
        }
        // Lambda waits a minute before it repeats an asynchronous invocation.
        #expect(Lease.claim < 60)
    }
}

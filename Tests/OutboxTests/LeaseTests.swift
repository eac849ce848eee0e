import Outbox
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
}

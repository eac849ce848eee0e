import Foundation
import Outbox
import Samples
import Testing

@Suite struct TransitionTests {
    @Test func `a sent alert stays sent, whatever is done to it`() {
        for act in AlertAct.allCases {
            for isMine in [true, false] {
                let next = Transition.state(
                    after: act, in: .sent, isMine: isMine, isLeaseOver: true)
                #expect(next == nil || next == .sent)
            }
        }
    }

    @Test func `whoever is not the owner gets an alert only after the lease`() {
        for state in [AlertState.claimed, .folded] {
            #expect(
                Transition.state(after: .claim, in: state, isMine: false, isLeaseOver: false) == nil
            )
            #expect(
                Transition.state(after: .claim, in: state, isMine: false, isLeaseOver: true)
                    == .claimed)
        }
    }

    @Test func `that SNS took an alert is recorded in every state`() {
        for state in AlertState.allCases.map(Optional.init) + [nil] {
            #expect(
                Transition.state(after: .send, in: state, isMine: false, isLeaseOver: false)
                    == .sent)
        }
    }

    @Test func `the page shows this table and these leases`() throws {
        let page = try String(contentsOf: TransitionPage.file, encoding: .utf8)
        let new = try #require(
            TransitionPage.with(TransitionPage.transitions, "transitions", in: page)
                .flatMap { TransitionPage.with(TransitionPage.leases, "leases", in: $0) },
            "the page lacks a comment that says where the table goes")
        if Golden.renew { try Data(new.utf8).write(to: TransitionPage.file) }
        #expect(page == new, "stale: RENEW_GOLDEN=1 make unit only=TransitionTests")
    }
}

import Outbox
import Testing

@testable import AlertPath

@Suite struct BudgetTests {
    @Test func `two windows touch any second, and ten messages at most leave in it`() {
        let shares = Set(
            Lane.allCases.flatMap { [Budget.Share.single($0), Budget.Share.digest($0)] })
        #expect(shares.reduce(0) { $0 + $1.most } * 2 == 10)
        #expect(Budget.window >= 1)
    }

    @Test func `a window ends where the next one begins`() {
        #expect(Budget.window(at: 9.99) == 4 && Budget.end(of: 4) == 10)
        #expect(Budget.rest(of: 4, at: 9.5) == .milliseconds(500))
        #expect(Budget.rest(of: 4, at: 1_000) == .zero)
        #expect(Budget.rest(of: 4_000, at: 0) == .seconds(2))
    }

    @Test func `the sweeper tries again after 1, 2, 4 and 8 minutes`() {
        #expect((0...6).map(Budget.backoff) == [60, 60, 120, 240, 480, 480, 480])
    }
}

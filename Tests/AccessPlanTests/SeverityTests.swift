import Testing

@testable import AccessPlan

struct SeverityTests {
    @Test func `severities are listed and compared by urgency`() {
        #expect(Severity.allCases.sorted() == Severity.allCases)
        #expect(Severity.low < .medium)
        #expect(Severity.medium < .high)
        #expect(Severity.high < .critical)
        #expect(!(Severity.high < .high))
    }
}

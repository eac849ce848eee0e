import Testing

@testable import Calls

/// What every row has.
@Suite struct RowsTests {
    @Test func `each row has words`() {
        for call in Call.all {
            #expect(!call.words.passive.isEmpty && !call.words.attempt.isEmpty, "\(call.name)")
        }
    }
}

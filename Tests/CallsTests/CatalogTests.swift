import Testing

@testable import Calls

/// The rows of the catalog.
@Suite struct CatalogTests {
    @Test func `each call has one row`() {
        var seen: Set<String> = []
        for call in Call.all {
            #expect(seen.insert("\(call.service.rawValue) \(call.name)").inserted, "\(call.name)")
        }
    }
}

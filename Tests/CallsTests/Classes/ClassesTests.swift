import Testing

@testable import Calls

/// Which class a call is in.
@Suite struct ClassesTests {
    @Test func `no call is in two classes`() {
        var seen: Set<String> = []
        for (service, name) in Call.listed {
            #expect(seen.insert("\(service.rawValue) \(name)").inserted, "\(service) \(name)")
            #expect(Call.of(service.rawValue, name) == nil, "\(service) \(name)")
        }
    }
}

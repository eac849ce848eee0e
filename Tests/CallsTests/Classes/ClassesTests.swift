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

    @Test func `what the rules leave out is everyday use by its class`() {
        for name in Call.everyday {
            #expect(Call.listed.contains { $0.name == name && Call.isEveryday($0.service, name) })
            #expect(!Call.isEveryday(.iam, name), "\(name)")
        }
    }
}

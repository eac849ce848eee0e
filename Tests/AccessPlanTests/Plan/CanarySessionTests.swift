import Testing

@testable import AccessPlan

struct CanarySessionTests {
    @Test func `the name of a deployment's session leads back to its run`() {
        let name = CanarySession.name(ofRun: "00ff00ff00ff00ff")
        #expect(name == "break-glass-canary-00ff00ff00ff00ff")
        #expect(CanarySession.run(inName: name) == "00ff00ff00ff00ff")
    }

    @Test(arguments: [
        nil, "", "canary", CanarySession.hourly, "break-glass-canary-",
        "break-glass-canary-00ff00ff00ff00f", "break-glass-canary-00ff00ff00ff00ff0",
        "break-glass-canary-00FF00FF00FF00FF", "break-glass-canary-00ff00ff00ff00f\u{661}",
        "x-break-glass-canary-00ff00ff00ff00ff",
    ])
    func `no other name belongs to a run`(name: String?) {
        #expect(CanarySession.run(inName: name) == nil)
    }
}

import Testing

@testable import Alerts

struct UseStepsTests {
    @Test func `further attempts are in the history of the account that recorded one`() {
        let alert = StepSamples.alert(.roleSession, .deniedRole)
        #expect(alert.placeID == AlertSamples.workload)
        let steps = alert.failureSteps(emergencyAccount: "").map(\.words)
        #expect(steps.contains { $0.hasSuffix("event history in security (123456789012)") })
    }
}

import Outbox
import Testing

@Suite struct LaneTests {
    @Test(arguments: [
        ("low" as String?, Lane.others), ("medium", .others), ("high", .others),
        ("critical", .critical),
        ("worse", .critical), (String?.none, .critical),
    ])
    func `an unknown severity may be the worst`(severity: String?, lane: Lane) {
        #expect(Lane(severity: severity) == lane)
    }
}

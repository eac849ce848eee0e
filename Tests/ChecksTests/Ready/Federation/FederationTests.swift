import Samples
import Testing

/// Would people get in by federation?
struct FederationTests {
    @Test(arguments: Defect.all(in: "Ready/Federation"))
    func `a defect is found by its check and its consequences, and by no other check`(
        _ defect: Defect
    ) throws {
        try defect.expectFound()
    }
}

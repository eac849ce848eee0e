import Samples
import Testing

/// Would anybody notice?
struct HeardTests {
    @Test(arguments: Defect.all(in: "Heard"))
    func `a defect is found by its check and its consequences, and by no other check`(
        _ defect: Defect
    ) throws {
        try defect.expectFound()
    }
}

import Samples
import Testing

/// Is emergency access closed in normal times?
struct ShutTests {
    @Test(arguments: Defect.all(in: "Shut"))
    func `a defect is found by its check and its consequences, and by no other check`(
        _ defect: Defect
    ) throws {
        try defect.expectFound()
    }
}

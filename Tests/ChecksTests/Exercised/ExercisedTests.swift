import Samples
import Testing

/// Was it tested recently?
struct ExercisedTests {
    @Test(arguments: Defect.all(in: "Exercised"))
    func `a defect is found by its check and its consequences, and by no other check`(
        _ defect: Defect
    ) throws {
        try defect.expectFound()
    }
}

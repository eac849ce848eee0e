import Samples
import Testing

/// Would the roles let the right people in?
struct RolesTests {
    @Test(arguments: Defect.all(in: "Ready/Roles"))
    func `a defect is found by its check and its consequences, and by no other check`(
        _ defect: Defect
    ) throws {
        try defect.expectFound()
    }
}

import Samples
import Testing

/// Would the break-glass users get in?
struct UsersTests {
    @Test(arguments: Defect.all(in: "Ready/Users"))
    func `a defect is found by its check and its consequences, and by no other check`(
        _ defect: Defect
    ) throws {
        try defect.expectFound()
    }
}

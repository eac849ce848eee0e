import Deployment
import Testing

@Suite struct StackStatusTests {
    @Test(arguments: [
        ("DELETE_COMPLETE", StackStatus.absent), ("CREATE_IN_PROGRESS", .underWay),
        ("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", .underWay), ("REVIEW_IN_PROGRESS", .unusable),
        ("ROLLBACK_COMPLETE", .unusable), ("DELETE_FAILED", .unusable),
        ("UPDATE_ROLLBACK_COMPLETE", .settled), ("UPDATE_FAILED", .settled),
        ("UPDATE_ROLLBACK_FAILED", .stuck), ("SOMETHING_NEW", .stuck),
    ])
    func `Each status of CloudFormation allows one thing`(name: String, status: StackStatus) {
        #expect(StackStatus(name) == status)
    }

    @Test func `A stack that was rolled back is not done`() {
        #expect(StackStatus.isDone("UPDATE_COMPLETE"))
        #expect(!StackStatus.isDone("UPDATE_ROLLBACK_COMPLETE"))
    }
}

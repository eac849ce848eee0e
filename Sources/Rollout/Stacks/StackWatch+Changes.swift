package import AWSClient
import Deployment

extension StackWatch {
    /// Deletes the stack, and waits until it is gone.
    /// - Throws: ``Obstacle`` that names what CloudFormation could not delete.
    package func delete() async throws(Obstacle) {
        try await send(
            CloudFormation.deleteStack(name), hint: "allow cloudformation:DeleteStack to the caller"
        )
        board.update(subject, "DELETE_IN_PROGRESS")
        guard let left = try await settled() else { return }
        throw await failed(left, hint: nil)
    }

    /// Makes the stack, and waits until CloudFormation is done with it.
    package func create(
        _ input: CloudFormation.StackInput
    ) async throws(Obstacle) -> CloudFormation.StackDescription? {
        _ = try await send(CloudFormation.createStack(once(input)))
        board.update(subject, "CREATE_IN_PROGRESS")
        return try await settled()
    }

    /// Changes the stack, and waits until CloudFormation is done with it.
    /// - Returns: the stack; `nil` where there was nothing to change.
    package func update(
        _ input: CloudFormation.StackInput
    ) async throws(Obstacle) -> CloudFormation.StackDescription? {
        guard try await send(CloudFormation.updateStack(once(input))) else { return nil }
        board.update(subject, "UPDATE_IN_PROGRESS")
        return try await settled()
    }

    /// The same call, which CloudFormation carries out once, however often it is sent.
    private func once(_ input: CloudFormation.StackInput) -> CloudFormation.StackInput {
        var input = input
        input.token = site.client.world.token
        return input
    }

    /// Continues the rollback of an update that got stuck, and waits for it.
    package func continueRollback() async throws(Obstacle) -> CloudFormation.StackDescription? {
        try await send(CloudFormation.continueUpdateRollback(name))
        board.update(subject, "UPDATE_ROLLBACK_IN_PROGRESS")
        return try await settled()
    }

    /// Why a stack is not as it was asked for, in AWS's own words: what failed first.
    func failed(
        _ stack: CloudFormation.StackDescription, hint: String?
    ) async -> Obstacle {
        let causes = await events().failures.reversed().prefix(3).map { event in
            "\(event.logicalID): \(event.reason ?? event.status)"
        }
        let reason = causes.isEmpty ? [stack.reason].compactMap { $0 } : Array(causes)
        return obstacle(
            ([stack.status] + reason).joined(separator: "; "),
            hint: hint ?? "put right what AWS says, then run the same command again: it goes on")
    }
}

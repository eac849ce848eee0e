extension StackWatch {
    /// Deletes the stack, and says what to do where it is protected.
    func takeDown() async throws(Obstacle) {
        do throws(Obstacle) {
            try await delete()
        } catch {
            guard error.reason.contains("TerminationProtection") else { throw error }
            var obstacle = error
            obstacle.hint =
                "somebody protected it; if it is to go: aws cloudformation "
                + "update-termination-protection --no-enable-termination-protection --region "
                + "\(region) --stack-name \(name), then run the same command again"
            throw obstacle
        }
    }
}

extension StackSetSite {
    /// Deletes a stack set with its stacks, with a line at the end.
    func takeDown(_ name: String) async -> Obstacle? {
        await board.track(subject(name)) { () throws(Obstacle) in
            try await delete(name)
            return "deleted"
        }
    }
}

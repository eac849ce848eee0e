import AWSClient
import Deployment

/// One stack on its way to what the plan asks for.
struct StackRun: Sendable {
    let watch: StackWatch
    var wanted: WantedStack
    let texts: TemplateTexts
    /// Where the account has a bucket for large templates: the plan's home Region.
    let bucketRegion: String

    /// Reads what is there, as far as a decision needs it.
    func deployed() async throws(Obstacle) -> DeployedStack? {
        guard let stack = try await watch.read() else { return nil }
        return try await deployed(stack)
    }

    /// The same for a stack that was read already.
    func deployed(
        _ stack: CloudFormation.StackDescription
    ) async throws(Obstacle) -> DeployedStack {
        // What is left of a deletion may hold something.
        let isReadable =
            StackStatus(stack.status) == .settled || stack.status == "DELETE_FAILED"
        let text =
            isReadable ? try await watch.send(CloudFormation.getTemplate(of: watch.name)) : nil
        return DeployedStack(
            status: stack.status, reason: stack.reason, parameters: stack.parameters,
            template: text.flatMap { texts.value(of: $0) })
    }

    /// Changes it to what is planned.
    /// - Parameters:
    ///   - step: what was decided when the run looked.
    ///   - source: where the template is.
    /// - Returns: what was done, in a word.
    /// - Throws: ``Obstacle`` with AWS's own reason.
    func deploy(
        _ step: StackStep, _ source: CloudFormation.TemplateSource
    ) async throws(Obstacle) -> String {
        var step = step
        let input = CloudFormation.StackInput(
            name: watch.name, template: source, parameters: wanted.parameters)
        // What was under way or stuck is looked at again, and then deployed.
        for _ in 0..<4 {
            switch step {
            case .none: return "as planned"
            case .create: return try await create(input)
            case .createAgain(let because, _):
                watch.board.say("\(watch.subject)  is created again: it is \(because)")
                try await watch.delete()
                return try await create(input)
            case .update: return try await update(input)
            case .wait:
                _ = try await watch.settled()
            case .continueRollback:
                if let stack = try await watch.continueRollback(),
                    StackStatus(stack.status) == .stuck
                {
                    throw await watch.failed(
                        stack,
                        hint: "put right what AWS says, or skip it: aws cloudformation "
                            + "continue-update-rollback --region \(watch.region) --stack-name "
                            + "\(watch.name) --resources-to-skip ID")
                }
            case .stop(let reason, let hint): throw watch.obstacle(reason, hint: hint)
            }
            step = StackStep(wanted, deployed: try await deployed())
        }
        throw watch.obstacle(
            "its status changes again and again",
            hint: "find out who else changes it, and run again")
    }

    private func create(_ input: CloudFormation.StackInput) async throws(Obstacle) -> String {
        for isLast in [false, true] {
            guard let stack = try await watch.create(input) else {
                throw watch.obstacle("it was deleted while it was being made")
            }
            if StackStatus.isDone(stack.status) { return "created" }
            try await again(isLast, stack)
            // CloudFormation makes nothing on top of what is left.
            try await watch.delete()
        }
        return "created"
    }

    private func update(_ input: CloudFormation.StackInput) async throws(Obstacle) -> String {
        for isLast in [false, true] {
            guard let stack = try await watch.update(input) else { return "as planned" }
            if StackStatus.isDone(stack.status) { return "updated" }
            try await again(isLast, stack)
        }
        return "updated"
    }

    /// A rule, schedule or function that is made seconds after its role may be refused once.
    /// - Throws: ``Obstacle`` if another try would fail as well.
    private func again(
        _ isLast: Bool, _ stack: CloudFormation.StackDescription
    ) async throws(Obstacle) {
        let reasons = await watch.events().filter { $0.status.hasSuffix("FAILED") }
            .compactMap(\.reason)
        guard !isLast, let why = PassingFailure.of(reasons) else {
            throw await watch.failed(stack, hint: nil)
        }
        watch.board.say("\(watch.subject)  tried once more: \(why.reason)")
    }
}

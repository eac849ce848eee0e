import AWSClient
import AccessPlan
import Deployment
import System
import Text
import Time

extension FirstContact {
    private static let name = ContactQuestion.name

    /// How much later than the caller's copy the owner's may be recorded.
    private static let gap = Duration.seconds(300)

    func testedComplexity() async -> Outcome {
        await ladder { step in
            EventBridge.testEventPattern(step.pattern, event: ComplexityLadder.event).isTaken
        }
    }

    func ruleComplexity() async -> Outcome {
        let rule = Removal(
            "rule \(Self.name) in \(home)", emergency, home, EventBridge.deleteRule(Self.name),
            absent: ["ResourceNotFound"])
        return await undoing([rule]) {
            await ladder { step in
                EventBridge.putRule(Self.name, pattern: step.pattern, state: "DISABLED").isTaken
            }
        }
    }

    /// Tries step after step until one is refused, and two more.
    private func ladder(
        _ operation: (ComplexityLadder.Step) -> AWS.Operation<Bool>
    ) async -> Outcome {
        var taken: [Bool] = []
        var evidence: [String] = []
        for step in ComplexityLadder.steps {
            guard !Task.isCancelled else { return .open("it was stopped", evidence) }
            narrator.progress("a pattern of complexity \(step.complexity)")
            switch await emergency.finish(operation(step), in: home) {
            case .success: taken.append(true)
            case .failure(let failure) where failure.begins(with: ["InvalidEventPattern"]):
                taken.append(false)
                let message = failure.serviceError?.message ?? ""
                evidence.append("\(step.complexity): \(message)")
            case .failure(let failure): return .open(failure.fact, evidence)
            }
        }
        guard let verdict = ComplexityLadder.verdict(taken) else {
            return .open("the verdicts contradict each other: \(taken)", evidence)
        }
        return .found(verdict, evidence)
    }

    func topicPolicy() async -> Outcome {
        let names = [Self.name, "\(Self.name)-2"]
        let arns = names.map { plan.topicARN($0, in: home) }
        let topics = zip(names, arns).map { name, arn in
            Removal(
                "topic \(name) in \(home)", emergency, home, SNS.deleteTopic(arn: arn),
                absent: ["NotFound"])
        }
        return await undoing(topics) {
            for name in names {
                guard !Task.isCancelled else { return .open("it was stopped") }
                let made = await emergency.finish(SNS.createTopic(name), in: home)
                if case .failure(let failure) = made { return .open(failure.fact) }
            }
            let policy: JSON = [
                "Version": "2012-10-17",
                "Statement": .array([
                    [
                        "Sid": "TwoTopics", "Effect": "Allow",
                        "Principal": ["AWS": .string(emergency.account)],
                        "Action": "sns:Publish", "Resource": .array(arns.map(JSON.string)),
                    ]
                ]),
            ]
            let set = SNS.setTopicPolicy(arn: arns[0], policy: policy.text)
            switch await emergency.finish(set, in: home) {
            case .success: return .found("it may", [])
            case .failure(let failure) where failure.begins(with: ["InvalidParameter"]):
                return .found("it may not", [failure.fact])
            case .failure(let failure): return .open(failure.fact)
            }
        }
    }

    func deniedAssumeRole() async -> Outcome {
        guard let other = sites.all.first(where: { $0.account != emergency.account }) else {
            return .open("needs credentials of a second account: --organization-profile")
        }
        let role = Removal(
            "role \(Self.name)", emergency, home, IAM.deleteRole(Self.name),
            absent: ["NoSuchEntity"])
        return await undoing([role]) { await denied(to: other) }
    }

    private func denied(to other: Site) async -> Outcome {
        let account = emergency.account
        let trust: JSON = [
            "Version": "2012-10-17",
            "Statement": .array([
                [
                    "Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": [
                        "AWS": .string("arn:\(plan.partition):iam::\(account):root")
                    ],
                ]
            ]),
        ]
        switch await emergency.finish(IAM.createRole(Self.name, trust: trust.text), in: home) {
        case .success: break
        case .failure(let failure): return .open(failure.fact)
        }
        let world = emergency.client.world
        // IAM needs a few seconds until STS knows the role.
        await world.wait(.seconds(15))
        let assume = STS.assumeRole(
            roleARN: plan.roleARN(Self.name, in: account), sessionName: Self.name)
        switch await other.ask(assume, in: home) {
        case .success: return .open("the role was not denied")
        case .failure(let failure) where failure.begins(with: ["AccessDenied"]): break
        case .failure(let failure): return .open(failure.fact)
        }
        let since = Int(world.now().secondsSince1970) - 120
        let deadline = world.deadline(after: patience)
        var copied: Deadline?
        while !Task.isCancelled, !deadline.hasPassed(in: world) {
            narrator.progress("waiting for CloudTrail, up to \(patience.components.seconds) s")
            let owner = await emergency.denials(in: home, since: since)
            if !owner.isEmpty { return .found("it is recorded in both accounts", owner) }
            let caller = await other.denials(in: home, since: since)
            // The two copies may be minutes apart.
            if copied == nil, !caller.isEmpty { copied = world.deadline(after: Self.gap) }
            if copied?.hasPassed(in: world) == true {
                return .found("it is recorded in the caller's account alone", caller)
            }
            await world.wait(.seconds(30))
        }
        return .open("CloudTrail has not recorded it in \(patience.components.seconds) s")
    }
}

extension Site {
    /// Carries out an operation that changes something, to its end even where the task is canceled:
    /// what AWS does with a call that was left could come after its undoing.
    fileprivate func finish<Output: Sendable>(
        _ operation: AWS.Operation<Output>, in region: String
    ) async -> Result<Output, AWS.Failure> {
        await Task.detached { await ask(operation, in: region) }.value
    }
}

extension AWS.Operation {
    /// The same call, for which only that it succeeds counts.
    fileprivate var isTaken: AWS.Operation<Bool> { mapped { _ in true } }
}

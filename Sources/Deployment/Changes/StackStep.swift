import Templates

/// What a deployment does with one stack.
public enum StackStep: Sendable, Hashable {
    /// It is not there.
    case create(StackDifference)
    /// It differs.
    case update(StackDifference)
    /// It is as planned.
    case none
    /// It can only be deleted and made again: CloudFormation's name of its status, and what it makes.
    case createAgain(because: String, StackDifference)
    /// CloudFormation is at work: look again when this status has passed.
    case wait(status: String)
    /// An update could not be undone: that is tried again, then look again.
    case continueRollback(because: String)
    /// It is refused: the reason, and the next step as a command.
    case stop(reason: String, hint: String)

    /// Decides by what is there and what is wanted.
    /// - Parameters:
    ///   - wanted: the stack of the plan.
    ///   - deployed: what is there; nil if nothing is.
    public init(_ wanted: WantedStack, deployed: DeployedStack?) {
        let status = StackStatus(deployed?.status ?? "DELETE_COMPLETE")
        if let deployed, let step = Self.waiting(status, deployed, wanted) {
            self = step
            return
        }
        do throws(ResolutionError) {
            _ = try wanted.resolved()
        } catch {
            self = .stop(
                reason: "CloudFormation would not take its parameters: \(error)",
                hint: "breakglass plan validate names what the plan may not say; if it finds "
                    + "nothing, this is a defect of Break Glass")
            return
        }
        guard let deployed, status != .absent else {
            self = .create(StackDifference(creating: wanted))
            return
        }
        if status == .unusable {
            self = Self.again(deployed, wanted)
            return
        }
        let difference = StackDifference(updating: deployed, to: wanted)
        if let refusal = Self.refusal(of: difference, deployed, wanted) {
            self = refusal
        } else if deployed.isHalfDone, difference.changes.allSatisfy({ $0.loss == nil }) {
            self = .update(.unknown(because: "its last update stopped half way: \(deployed.words)"))
        } else {
            self = .update(difference)
        }
    }

    /// A stack that can only be made again. One that was to be deleted may still hold something.
    private static func again(_ deployed: DeployedStack, _ wanted: WantedStack) -> StackStep {
        let made = StackDifference(creating: wanted)
        guard deployed.status == "DELETE_FAILED" else {
            return .createAgain(because: deployed.words, made)
        }
        let gone = StackDifference(deleting: deployed, name: wanted.name, in: wanted.place).changes
        let left = gone.filter { $0.kind == .leave }.map(\.id)
        guard left.isEmpty else {
            return .stop(
                reason: "it is in the status \(deployed.words); its deletion leaves "
                    + "\(left.joined(separator: ", ")), and their names are taken then",
                hint: "aws cloudformation describe-stack-events --stack-name \(wanted.name) "
                    + "--region \(wanted.place.region) says what keeps it; import what it leaves "
                    + "into a new stack of this name, then run this again")
        }
        // A queue is emptied by whoever deletes a Region's rules: it does not stop the run.
        let lost = gone.filter { $0.loss != nil && $0.type != "AWS::SQS::Queue" }
        return .createAgain(because: deployed.words, .resources(lost + made.changes))
    }

    /// What CloudFormation would refuse after minutes is refused at once.
    private static func refusal(
        of difference: StackDifference, _ deployed: DeployedStack, _ wanted: WantedStack
    ) -> StackStep? {
        let refused = difference.changes.compactMap { change in
            change.refusal.map { "\(change.id): \($0)" }
        }
        guard !refused.isEmpty else { return nil }
        let lost = StackDifference(deleting: deployed, name: wanted.name, in: wanted.place).changes
            .compactMap { change in change.loss.map { "\(change.id) (\($0))" } }
        let otherwise =
            lost.isEmpty
            ? ", or delete the stack and run this again: aws cloudformation delete-stack "
                + "--stack-name \(wanted.name) --region \(wanted.place.region)"
            : "; to delete the stack would lose \(lost.joined(separator: ", "))"
        return .stop(
            reason: "CloudFormation would refuse the update: \(refused.joined(separator: "; "))",
            hint: "use the release that made the stack" + otherwise)
    }

    /// What is done where nothing is made or changed; nil where something is.
    private static func waiting(
        _ status: StackStatus, _ deployed: DeployedStack, _ wanted: WantedStack
    ) -> StackStep? {
        switch status {
        case .absent, .unusable: return nil
        case .underWay: return .wait(status: deployed.status)
        case .settled:
            let isSame = deployed.isMade(of: wanted.template.value, wanted.parameters)
            return isSame && !deployed.isHalfDone ? StackStep.none : nil
        case .stuck:
            if deployed.status == "UPDATE_ROLLBACK_FAILED" {
                return .continueRollback(because: deployed.words)
            }
            return .stop(
                reason: "it is in the status \(deployed.words)",
                hint: "aws cloudformation describe-stack-events --stack-name \(wanted.name) "
                    + "--region \(wanted.place.region)")
        }
    }

    /// Whether the stack is there, and CloudFormation takes updates of it.
    public var isOfSettledStack: Bool {
        switch self {
        case .none, .update: true
        case .create, .createAgain, .wait, .continueRollback, .stop: false
        }
    }

    /// What happens to the stack's resources; nil where nothing is decided or nothing changes.
    public var difference: StackDifference? {
        switch self {
        case .create(let difference), .update(let difference), .createAgain(_, let difference):
            difference
        case .none, .wait, .continueRollback, .stop: nil
        }
    }
}

extension DeployedStack {
    /// Whether it is as its template says in parts only.
    fileprivate var isHalfDone: Bool { status == "UPDATE_FAILED" }

    /// Status and reason.
    fileprivate var words: String { status + (reason.map { ": \($0)" } ?? "") }
}

import Templates

/// What a deployment does with one stack.
public enum StackStep: Sendable, Hashable {
    /// It is not there.
    case create(StackDifference)
    /// It differs.
    case update(StackDifference)
    /// It is as wanted.
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
            self = .createAgain(because: deployed.words, StackDifference(creating: wanted))
        } else if deployed.isHalfDone {
            self = .update(.unknown(because: "its last update stopped half way: \(deployed.words)"))
        } else {
            let difference = StackDifference(updating: deployed, to: wanted)
            self = Self.refusal(of: difference, wanted) ?? .update(difference)
        }
    }

    /// What CloudFormation would refuse after minutes is refused at once.
    private static func refusal(of difference: StackDifference, _ wanted: WantedStack) -> StackStep?
    {
        let refused = difference.changes.compactMap { change in
            change.refusal.map { "\(change.id): \($0)" }
        }
        guard !refused.isEmpty else { return nil }
        return .stop(
            reason: "CloudFormation would refuse the update: \(refused.joined(separator: "; "))",
            hint: "use the release that made the stack, or delete the stack and run this again: "
                + "aws cloudformation delete-stack --stack-name \(wanted.name) "
                + "--region \(wanted.place.region)")
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

    /// What becomes of the stack's resources; nil where nothing is decided or nothing changes.
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

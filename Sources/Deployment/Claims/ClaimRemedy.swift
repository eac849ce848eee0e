import Templates

/// How a stack comes to have again what it claims. An update alone does not: CloudFormation compares
/// templates, and sees no change in what was deleted or changed behind its back.
///
/// Sources: <https://repost.aws/knowledge-center/failing-stack-updates-deleted> (an update fails on a
/// resource that was deleted), <https://repost.aws/knowledge-center/cfn-recreate-resource-deleted-outside>
/// (CloudFormation takes a resource for deleted once its logical id is not in the template).
public enum ClaimRemedy: Sendable, Hashable {
    /// Everything is as claimed.
    case none
    /// Two updates: the stack with this template, then the stack as planned. Everything that is in neither
    /// stays as it is. `without` are the logical ids of the resources that are made anew: those that are
    /// not as claimed, and those that refer to them.
    case restore(StackTemplate, without: Set<String>)
    /// The stack is deleted and made again: nothing would be left of it in between, and nothing is lost.
    case remake
    /// Something would be lost: a person has to decide. One sentence for each resource.
    case person(because: [String])

    /// Finds the smallest remedy that loses nothing.
    /// - Parameters:
    ///   - faults: what is not as claimed.
    ///   - stack: the stack as planned, which is what is deployed.
    public init(_ faults: [ClaimFault], of stack: WantedStack) {
        guard !faults.isEmpty else {
            self = .none
            return
        }
        let template = stack.template.value
        let anew = template.dependents(of: Set(faults.map(\.id)))
        let made = (try? stack.resolved().resources()) ?? []
        let gone = Set(faults.filter { $0.fact == .missing }.map(\.id))
        // What is missing is lost already.
        let reasons = made.filter { anew.contains($0.id) && !gone.contains($0.id) }
            .compactMap { Self.reason(against: $0) }
        let irreplaceable = faults.filter { $0.fact == .missing }.compactMap(Self.reason)
        guard reasons.isEmpty, irreplaceable.isEmpty else {
            self = .person(because: irreplaceable + reasons)
            return
        }
        guard made.contains(where: { !anew.contains($0.id) }) else {
            self = .remake
            return
        }
        let rest = template.without(anew)
        let name = stack.template.name.prefix { $0 != "." }
        self = .restore(
            StackTemplate(
                name: "\(name)-in-between.json", bytes: rest.encoded(indentation: nil), value: rest),
            without: anew)
    }

    /// Why a resource that is there cannot be made anew.
    private static func reason(against resource: TemplateStack.Resource) -> String? {
        if ResourceChange.retains(resource.deletionPolicy) {
            return "\(resource.id) would stay outside of the stack and be in the way of a new one"
        }
        return ResourceChange.contents(of: resource.type).map {
            "\(resource.id) would be made anew and lose \($0)"
        }
    }

    /// Why a resource that is missing is not made anew without asking.
    private static func reason(_ fault: ClaimFault) -> String? {
        switch fault.type {
        case "AWS::KMS::Key":
            "\(fault.name) encrypts messages that nobody has got yet: cancel its deletion if you can"
        case "AWS::DynamoDB::Table":
            "\(fault.name) may be restored under its name from the backup that DynamoDB keeps for "
                + "35 days"
        default: nil
        }
    }
}

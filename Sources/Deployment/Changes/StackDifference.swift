public import Templates

/// What happens to the resources of a stack.
public enum StackDifference: Sendable, Hashable {
    /// Resource by resource.
    case resources([ResourceChange])
    /// It cannot be shown resource by resource: why.
    case unknown(because: String)

    /// The changes; none where they are not known.
    public var changes: [ResourceChange] {
        guard case .resources(let changes) = self else { return [] }
        return changes
    }

    /// What the creation of a stack makes.
    public init(creating wanted: WantedStack) {
        self = Self.reading("the new template") { () throws(ResolutionError) in
            try ResourceChange.changes(from: nil, to: wanted.resolved())
        }
    }

    /// What an update of a stack does.
    public init(updating deployed: DeployedStack, to wanted: WantedStack) {
        guard let template = deployed.template else {
            self = .unknown(because: "the deployed template could not be read")
            return
        }
        let before: TemplateStack
        do {
            before = try TemplateStack(
                template, name: wanted.name, parameters: deployed.parameters(for: template),
                in: wanted.place)
        } catch {
            self = .unknown(because: "the deployed template: \(error)")
            return
        }
        do {
            self = .resources(try ResourceChange.changes(from: before, to: wanted.resolved()))
        } catch {
            let isOld = (try? before.resources()) == nil
            self = .unknown(because: "\(isOld ? "the deployed" : "the new") template: \(error)")
        }
    }

    /// What the deletion of a stack takes with it.
    /// - Parameters:
    ///   - deployed: the stack.
    ///   - name: its name.
    ///   - place: where it is.
    public init(deleting deployed: DeployedStack, name: String, in place: TemplateStack.Place) {
        guard let template = deployed.template else {
            self = .unknown(because: "the deployed template could not be read")
            return
        }
        self = Self.reading("the deployed template") { () throws(ResolutionError) in
            try ResourceChange.changes(
                from: TemplateStack(
                    template, name: name, parameters: deployed.parameters(for: template), in: place),
                to: nil)
        }
    }

    private static func reading(
        _ subject: String, _ changes: () throws(ResolutionError) -> [ResourceChange]
    ) -> StackDifference {
        do throws(ResolutionError) {
            return .resources(try changes())
        } catch {
            return .unknown(because: "\(subject): \(error)")
        }
    }
}

extension WantedStack {
    /// The stack with its parameters.
    /// - Throws: ``ResolutionError`` if CloudFormation would not take them.
    public func resolved() throws(ResolutionError) -> TemplateStack {
        try TemplateStack(template.value, name: name, parameters: parameters, in: place)
    }
}

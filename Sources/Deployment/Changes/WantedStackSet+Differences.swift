public import Templates

extension WantedStackSet {
    /// What happens to the stacks of the set in many places.
    /// - Parameters:
    ///   - deployed: the stack set, with its template and parameters; nil where the set has no stack yet.
    ///   - places: where.
    /// - Returns: for each place what the update or the creation of its stack does.
    public func differences(
        from deployed: DeployedStack?, at places: some Sequence<TemplateStack.Place>
    ) -> [TemplateStack.Place: StackDifference] {
        inEachKind(of: places, deployed) { place in
            let wanted = WantedStack(
                stage: stage, at: place, name: name, template, parameters: parameters)
            return deployed.map { StackDifference(updating: $0, to: wanted) }
                ?? StackDifference(creating: wanted)
        }
    }

    /// What goes with the stacks of the set that are deleted.
    /// - Parameters:
    ///   - deployed: the stack set, with its template and parameters.
    ///   - places: where.
    /// - Returns: for each place what the deletion of its stack takes with it.
    public func deletions(
        of deployed: DeployedStack, at places: some Sequence<TemplateStack.Place>
    ) -> [TemplateStack.Place: StackDifference] {
        inEachKind(of: places, deployed) { place in
            StackDifference(deleting: deployed, name: name, in: place)
        }
    }

    private func inEachKind(
        of places: some Sequence<TemplateStack.Place>, _ deployed: DeployedStack?,
        _ difference: (TemplateStack.Place) -> StackDifference
    ) -> [TemplateStack.Place: StackDifference] {
        var kinds = KindsOfPlace(
            templates: [template.value] + [deployed?.template].compactMap { $0 },
            parameters: parameters, deployed?.parameters ?? [:])
        var known: [TemplateStack.Place: StackDifference] = [:]
        return places.reduce(into: [:]) { differences, place in
            let kind = kinds.kind(of: place)
            let found = known[kind] ?? difference(place)
            known[kind] = found
            differences[place] = found
        }
    }
}

public import Templates

extension WantedStackSet {
    /// What becomes of the stacks of the set in many places.
    /// - Parameters:
    ///   - deployed: the stack set, with its template and parameters; nil where the set has no stack yet.
    ///   - places: where.
    /// - Returns: for each place what the update or the creation of its stack does.
    public func differences(
        from deployed: DeployedStack?, at places: some Sequence<TemplateStack.Place>
    ) -> [TemplateStack.Place: StackDifference] {
        var kinds = KindsOfPlace(
            templates: [template.value] + [deployed?.template].compactMap { $0 },
            parameters: parameters, deployed?.parameters ?? [:])
        var known: [TemplateStack.Place: StackDifference] = [:]
        return places.reduce(into: [:]) { differences, place in
            let kind = kinds.kind(of: place)
            let difference = known[kind] ?? self.difference(from: deployed, at: place)
            known[kind] = difference
            differences[place] = difference
        }
    }

    private func difference(
        from deployed: DeployedStack?, at place: TemplateStack.Place
    ) -> StackDifference {
        let wanted = WantedStack(
            stage: stage, at: place, name: name, template, parameters: parameters)
        return deployed.map { StackDifference(updating: $0, to: wanted) }
            ?? StackDifference(creating: wanted)
    }
}

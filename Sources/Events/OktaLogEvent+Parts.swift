import Text

extension OktaLogEvent {
    /// What the event is about, under the names by which the catalog of calls reads it: `member`,
    /// `group`, `app`, `rule`, `groupRule`, `expression`, `from` and `to`.
    var parts: JSON {
        func named(_ types: String..., by name: (Target) -> String?) -> JSON? {
            let names = targets.filter { types.contains($0.type ?? "") }.compactMap(name)
            return names.isEmpty ? nil : .array(names.map(JSON.string))
        }
        func list(_ texts: [String]) -> JSON? {
            texts.isEmpty ? nil : .array(texts.map(JSON.string))
        }
        return .members([
            "member": named("User") { $0.personName } ?? named("AppUser") { $0.personName },
            "group": named("UserGroup") { $0.thingName },
            "app": named("AppInstance") { $0.thingName },
            "rule": named("GroupRule", "Rule") { $0.thingName },
            "groupRule": groupRule.map(JSON.string),
            "expression": expression.map(JSON.string),
            "from": list(targets.flatMap(\.from)),
            "to": list(targets.flatMap(\.to)),
        ])
    }
}

extension OktaLogEvent.Target {
    /// Whom it is: "eve@example.com (Eve)". Okta writes "unknown" where it has no name.
    var personName: String? {
        guard let address = alternateID?.known else { return displayName?.known ?? id }
        guard let name = displayName?.known, name != address else { return address }
        return "\(address) (\(name))"
    }

    /// What it is called.
    var thingName: String? { displayName?.known ?? alternateID?.known ?? id }
}

extension String {
    /// The same, unless it says nothing.
    fileprivate var known: String? { isEmpty || self == "unknown" ? nil : self }
}

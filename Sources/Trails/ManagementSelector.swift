import Text

/// One selector of a trail, as far as it is about management events.
struct ManagementSelector {
    /// Whether it takes events that only read, and events that change something.
    private(set) var takesReads = true
    private(set) var takesWrites = true

    /// Conditions on `eventSource`; all of them hold for an event that it takes.
    private var sources: [FieldCondition] = []

    /// Why nobody can say what it takes, e.g. `only some events are logged, by eventName`.
    private(set) var filter: String?

    /// Reads a basic selector; `nil` if it takes no management events. Missing members have CloudTrail's
    /// defaults: `true` and `All`.
    init?(basic selector: JSON) {
        guard selector["IncludeManagementEvents"]?.bool ?? true else { return nil }
        switch selector["ReadWriteType"]?.string ?? "All" {
        case "All": break
        case "ReadOnly": takesWrites = false
        case "WriteOnly": takesReads = false
        case let other: filter = "only some events are logged, by ReadWriteType \(other)"
        }
        let excluded = (selector["ExcludeManagementEventSources"]?.array ?? []).compactMap(\.string)
        if !excluded.isEmpty { sources = [FieldCondition(excluding: excluded)] }
    }

    /// Reads an advanced selector; `nil` if it is about another category of events.
    init?(advanced selector: JSON) {
        let fields = selector["FieldSelectors"]?.array ?? []
        let conditions = fields.map(FieldCondition.init)
        let categories = conditions.filter { $0.field == "eventCategory" }
        guard !categories.isEmpty, categories.allSatisfy({ $0.matches("Management") }) else {
            return nil
        }
        for condition in conditions where condition.field != "eventCategory" {
            switch condition.field {
            case "readOnly" where condition.isKnown:
                takesReads = takesReads && condition.matches("true")
                takesWrites = takesWrites && condition.matches("false")
            case "eventSource" where condition.isKnown: sources.append(condition)
            case let field: filter = filter ?? "only some events are logged, by \(field)"
            }
        }
    }

    /// The sources that it leaves out; `nil` if it takes only named ones, or those of some spelling.
    var excluded: Set<String>? {
        var excluded: Set<String> = []
        for condition in sources {
            guard let names = condition.excluded else { return nil }
            excluded.formUnion(names)
        }
        return excluded
    }

    /// Whether it takes the events of a source.
    func takes(source: String) -> Bool { sources.allSatisfy { $0.matches(source) } }
}

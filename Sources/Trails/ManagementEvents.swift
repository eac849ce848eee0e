// Trails: what a trail logs, as its event selectors say: the one reader of selectors, for the nightly
// check and for deployment. It may import Text only.

public import Text

/// The management events that a trail logs. EventBridge receives no others.
public enum ManagementEvents: Sendable, Hashable {
    /// Read and write events of every source.
    case all

    /// Not all of them, or not proven: what is left out, e.g. `read events are left out`.
    case notAll(String)
}

extension ManagementEvents {
    /// Reads the answer of `GetEventSelectors`.
    ///
    /// Selectors add up: an event is logged if one of them takes it. A selector with a field, an operator
    /// or a value that is not known here counts as taking nothing.
    /// Source: CloudTrail API, `EventSelector`, `AdvancedFieldSelector`.
    public init(selectors answer: JSON) {
        let basic = answer["EventSelectors"]?.array ?? []
        let advanced = answer["AdvancedEventSelectors"]?.array ?? []
        self.init(
            basic.compactMap(ManagementSelector.init(basic:))
                + advanced.compactMap(ManagementSelector.init(advanced:)))
    }

    private init(_ selectors: [ManagementSelector]) {
        let reads = Coverage(selectors.filter(\.takesReads))
        let writes = Coverage(selectors.filter(\.takesWrites))
        switch (reads, writes) {
        case (.all, .all): self = .all
        case (.nothing, .nothing):
            let filters = selectors.compactMap(\.filter)
            self = .notAll(filters.first ?? "management events are left out")
        case (.nothing, _): self = .notAll("read events are left out")
        case (_, .nothing): self = .notAll("write events are left out")
        case (.except(let left), _), (_, .except(let left)):
            self = .notAll("events of \(left.sorted().joined(separator: ", ")) are left out")
        }
    }
}

/// How many sources some selectors take together.
private enum Coverage {
    case all, nothing
    case except(Set<String>)

    init(_ selectors: [ManagementSelector]) {
        let useful = selectors.filter { $0.filter == nil }
        // What all selectors that name only exclusions leave out, and no other selector takes.
        let open = useful.compactMap(\.excluded)
        guard let first = open.first else {
            self = .nothing
            return
        }
        let left = open.dropFirst().reduce(first) { $0.intersection($1) }
            .filter { source in !useful.contains { $0.takes(source: source) } }
        self = left.isEmpty ? .all : .except(left)
    }
}

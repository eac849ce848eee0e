/// What is known of an API call: every call of the services that the product relies on is in one class.
public enum CallClass: Sendable, Hashable {
    /// It reads.
    case read
    /// A row of the catalog.
    case changes
    /// It signs somebody in, or issues credentials: read by its own kind of event.
    case use
    /// It changes nothing of ours, for this reason. If it names something of ours, it raises an alert
    /// nevertheless, unless it is everyday use.
    case harmless(String, everyday: Bool)
}

/// Calls that are in no row, for one reason.
struct Harmless: Sendable {
    let service: Service
    let reason: String
    let names: Set<String>

    /// Whether it is silent even on a resource of ours: what it stores, sends or logs every day.
    let isEveryday: Bool

    /// Calls of a service; their names are separated by white space.
    init(_ service: Service, _ reason: String, everyday: Bool = false, _ names: String) {
        self.service = service
        self.reason = reason
        self.isEveryday = everyday
        self.names = Set(names: names)
    }
}

extension Set<String> {
    /// Names that are separated by white space.
    init(names: String) {
        self.init(names.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}

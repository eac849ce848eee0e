public import AccessPlan

/// One way to tamper with a kind of resource, and how the service's events name it.
public struct Tampering: Sendable {
    /// A request parameter, and the kind of resource that it names.
    public struct Parameter: Sendable {
        /// The parameter's name.
        public let name: String
        /// What it names.
        public let type: ResourceKind
    }

    /// What happens, as a sentence without a full stop.
    let title: String

    /// CloudTrail's `eventSource`.
    public let source: String

    /// CloudTrail's `eventName`s.
    let names: [String]

    /// The request parameters that name what is changed, most precise first.
    public let parameters: [Parameter]

    /// Without any of them, IAM means the caller.
    let orCaller: Bool

    /// Global services' resources have no Region.
    let isGlobal: Bool

    /// `type` is the kind of resource that `parameters` name; `also` are further parameters, each
    /// with the kind that it names.
    init(
        title: String, source: String, names: [String], type: ResourceKind, parameters: [String],
        also: KeyValuePairs<ResourceKind, String> = [:], orCaller: Bool = false,
        isGlobal: Bool = false
    ) {
        self.title = title
        self.source = source
        self.names = names
        self.parameters =
            parameters.map { Parameter(name: $0, type: type) }
            + also.map { Parameter(name: $1, type: $0) }
        self.orCaller = orCaller
        self.isGlobal = isGlobal
    }

    /// The catalog: access, the alert path, and what deployed both.
    public static let all =
        users + roles + providers + rules + topics + keys + trails + functions + stores + clocks
        + stacks
}

extension EventKind {
    /// A change to a watched resource.
    init(_ tampering: Tampering) {
        self.init(title: tampering.title, source: tampering.source, names: tampering.names) {
            $0.takeTampering(tampering)
        }
    }

    /// Every way to change access or the alert path.
    static let tampering: [EventKind] =
        [passwordUpdated] + Tampering.all.map(EventKind.init) + organization + regions
}

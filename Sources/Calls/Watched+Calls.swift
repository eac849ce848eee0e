public import AccessPlan
import Text

/// How calls name a watched resource. The rules that the templates make read the same parameters.
extension Call {
    /// The request parameters that name a resource of that kind, in any call of its service.
    public static func parameters(naming watched: Watched) -> [String] {
        let types: [ResourceKind] =
            switch watched.type {
            case .kmsAlias: [.kmsKey]
            case .snsTopic: [.snsTopic, .snsSubscription]
            default: [watched.type]
            }
        let named = parameters(of: Service(rawValue: watched.eventSource))
            .filter { types.contains($0.type) }
        return Set(named.map(\.name)).sorted()
    }
}

extension Watched {
    /// CloudTrail's `eventSource` of the calls that change it.
    public var eventSource: String {
        let service = (try? ARN(arn))?.service ?? ""
        return (service == "cloudwatch" ? "monitoring" : service) + ".amazonaws.com"
    }

    /// Whether no parameter is known to name such a resource: then whatever a call of its service
    /// asks for is searched for its name.
    public var isSearchedFor: Bool {
        type != .root && Call.parameters(naming: self).isEmpty
    }

    /// Whether a text in a request is its name or its ARN, for a kind that is searched for.
    public func isNamed(by text: String) -> Bool {
        let isSecret = type.rawValue == "secretsmanager_secret"
        // Secrets Manager puts a hyphen and six characters behind a secret's name.
        let ends = isSecret ? ["", "-??????"] : ["", ":*", "/*"]
        if ARN.isMeant(by: text) { return ends.contains { text.matchesName(arn + $0) } }
        let names =
            isSecret
            ? [name, String(name.dropLast(7))].filter {
                $0 == name || name.matchesName($0 + ends[1])
            }
            : type.rawValue == "ssm_parameter" ? [name, "/" + name] : [name] + namesInPath
        return names.contains { !$0.isEmpty && text.matchesName($0) }
    }

    /// The parts of the name by which requests may ask for it alone: the last one, and the one before
    /// an id that AWS added. A part that is nothing but wildcards would be any text.
    private var namesInPath: [String] {
        let parts = name.split { $0 == "/" || $0 == ":" }.map(String.init)
        guard let last = parts.last else { return [] }
        let isOpen = last.utf8.allSatisfy { "*?".utf8.contains($0) }
        if isOpen, let form = Self.idForms[type.rawValue] { return [form] }
        let isID = isOpen || last.wholeMatch(of: /[0-9a-f]{8}[0-9a-f\-]*/) != nil
        return (isOpen ? [] : [last]) + (parts.count == 2 && isID ? [parts[0]] : [])
    }

    /// What ids look like that requests give without the path of their ARNs.
    private static let idForms = [
        "organizations_account": "????????????", "organizations_ou": "ou-*",
        "organizations_root": "r-*",
    ]
}

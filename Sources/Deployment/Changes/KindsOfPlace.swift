import Templates

/// Which places are alike for a template: neither it nor its parameters name their account or Region.
///
/// A hundred accounts in twenty Regions are few kinds of place, and what an update does is worked out
/// once for each.
struct KindsOfPlace {
    /// Everything that the templates and parameters say.
    private let text: String
    private var known: [String: Bool] = [:]

    init(templates: [TemplateValue], parameters: [String: String]...) {
        var parts: [String] = []
        for template in templates { Self.collect(template, into: &parts) }
        for some in parameters { parts += some.values }
        text = parts.joined(separator: "\n")
    }

    /// The place with a star for an account or a Region that nothing names.
    mutating func kind(of place: TemplateStack.Place) -> TemplateStack.Place {
        TemplateStack.Place(
            account: isNamed(place.account) ? place.account : "*",
            region: isNamed(place.region) ? place.region : "*", partition: place.partition)
    }

    private mutating func isNamed(_ name: String) -> Bool {
        if let known = known[name] { return known }
        let isNamed = text.contains(name)
        known[name] = isNamed
        return isNamed
    }

    private static func collect(_ value: TemplateValue, into parts: inout [String]) {
        switch value {
        case .text(let text): parts.append(text)
        case .number, .flag: break
        case .list(let values): for one in values { collect(one, into: &parts) }
        case .object(let members):
            for member in members {
                parts.append(member.name)
                collect(member.value, into: &parts)
            }
        }
    }
}

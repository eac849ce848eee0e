import AccessPlan
import Calls
import Text

extension Watched {
    /// Changes of a guarded resource, by the parameters and the spellings that the reader knows.
    func changeFields(longest: Int) -> [PatternField] {
        guard !isSearchedFor, type != .root else { return [] }
        func field(_ path: String, _ patterns: [String]) -> PatternField {
            PatternField(
                .changes, path, TemplateValue.matchers(ofAll: patterns, longest: longest),
                source: ruleSource)
        }
        // Whatever is not the bare name: an ARN, or how one ends.
        let byARN = spellings.filter { $0 != name }
        return Call.parameters(naming: self).map { parameter in
            let takesNames =
                !parameter.lowercased().hasSuffix("arn")
                && !["serialNumber", "permissionsBoundary"].contains(parameter)
            let takesARNs = eventSource != "iam.amazonaws.com" || !takesNames
            return field(
                "requestParameters.\(parameter)",
                (takesNames ? [name] : []) + (takesARNs ? byARN : []))
        } + [field("resources.ARN", byARN)]
    }

    /// The `source` of its events in EventBridge.
    var ruleSource: String { "aws." + eventSource.prefix { $0 != "." } }
}

extension Plan {
    /// Denied changes: they name the resource nowhere but in a message. Every denied change of the
    /// services is matched, wherever it is recorded.
    func denialPattern(of guards: [Watched]) -> TemplateValue? {
        let sources = Set(guards.filter { !$0.isSearchedFor && $0.type != .root }.map(\.ruleSource))
        guard !sources.isEmpty else { return nil }
        return .changes(of: sources.sorted(), ["errorCode": .list(Watched.denials)])
    }

    /// Every change by the services of which no parameter is known, in the accounts of the resources.
    func searchPattern(of guards: [Watched]) -> TemplateValue? {
        let searched = guards.filter(\.isSearchedFor)
        guard !searched.isEmpty else { return nil }
        var pattern: TemplateValue = ["source": .texts(Set(searched.map(\.ruleSource)).sorted())]
        let accounts = Set(searched.map { $0.account ?? "" })
        if accounts.allSatisfy({ !$0.isEmpty && !$0.hasWildcard }) {
            pattern = pattern.adding(["account": .texts(accounts.sorted())])
        }
        return pattern.adding(["$or": .changesAlone])
    }
}

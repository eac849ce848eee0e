import AWSClient
import Alerts
import Events

extension JoinMark {
    /// The attribute, whose name is that of the key: a map of `thread` (text) and, where they are known,
    /// `person` and `source` (text), `chosen` (true) where the caller chose that name, `key` and `act`
    /// (text), `only` and `console` (true).
    var attribute: DynamoDB.AttributeValue {
        var map: DynamoDB.Item = ["thread": .string(thread)]
        map["person"] = person?.name.map { .string($0) }
        map["source"] = (person?.source?.rawValue).map { .string($0) }
        if person?.vouched == false { map["chosen"] = .bool(true) }
        map["key"] = accessKeyID.map { .string($0) }
        map["act"] = act.flatMap { $0.isEmpty ? nil : .string($0) }
        if isOnlyKey { map["only"] = .bool(true) }
        if isConsole { map["console"] = .bool(true) }
        return .map(map)
    }

    /// Reads the attribute.
    /// - Parameters:
    ///   - value: the attribute.
    ///   - id: the item's id.
    /// - Throws: ``MalformedItem`` when no event leaves such a mark.
    init(_ value: DynamoDB.AttributeValue, id: String) throws(MalformedItem) {
        let isNone = MalformedItem(id, "no event leaves such a mark")
        guard case .map(let attributes) = value else { throw isNone }
        let map = ItemReader(item: attributes, id: id)
        let name = try map.text("person")
        let source = try map.text("source")
        var person: Alert.Person?
        if name != nil || source != nil {
            person = Alert.Person(
                name: name, source: source.flatMap(Alert.Person.Source.init),
                vouched: try !map.flag("chosen"))
        }
        let mark = JoinMark(
            thread: try map.required("thread", try map.text("thread")), person: person,
            accessKeyID: try map.text("key"), isOnlyKey: try map.flag("only"),
            isConsole: try map.flag("console"), act: try map.text("act"))
        guard let mark else { throw isNone }
        self = mark
    }
}

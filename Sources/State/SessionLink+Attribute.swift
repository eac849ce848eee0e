import AWSClient
import Alerts
import Events

extension SessionLink {
    /// Where the links of a session are stored.
    static func itemID(of session: String) -> String { "link#\(session)" }

    /// The attribute, whose name is the id of the access key: a map of `thread` (text), `began` and
    /// `ends` (numbers, seconds since 1970), and, where a person is known, `person` and `source` (text),
    /// and `chosen` (true) where the caller chose that name.
    var attribute: DynamoDB.AttributeValue {
        var map: DynamoDB.Item = [
            "thread": .string(thread), "began": .number(Int64(began)),
            "ends": .number(Int64(ends)),
        ]
        map["person"] = person?.name.map { .string($0) }
        map["source"] = (person?.source?.rawValue).map { .string($0) }
        if person?.vouched == false { map["chosen"] = .bool(true) }
        return .map(map)
    }

    /// Reads the attribute.
    /// - Parameters:
    ///   - item: the item that holds it.
    ///   - accessKeyID: its name.
    ///   - id: the item's id.
    /// - Throws: ``MalformedItem`` when no event leaves such a link.
    init(item: DynamoDB.Item, accessKeyID: String, id: String) throws(MalformedItem) {
        let isNone = MalformedItem(id, "no event leaves such a link")
        guard case .map(let attributes)? = item[accessKeyID] else { throw isNone }
        let map = ItemReader(item: attributes, id: id)
        let name = try map.text("person")
        let source = try map.text("source")
        var person: Alert.Person?
        if name != nil || source != nil {
            person = Alert.Person(
                name: name, source: source.flatMap(Alert.Person.Source.init),
                vouched: try !map.flag("chosen"))
        }
        let link = SessionLink(
            accessKeyID: accessKeyID,
            thread: try map.required("thread", try map.text("thread")), person: person,
            began: try map.required("began", try map.number("began")),
            ends: try map.required("ends", try map.number("ends")))
        guard let link else { throw isNone }
        self = link
    }
}

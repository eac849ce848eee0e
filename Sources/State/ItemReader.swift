import AWSClient

/// Reads the attributes of one item or map: an attribute of another type than is written makes the
/// whole item malformed.
struct ItemReader {
    let item: DynamoDB.Item
    let id: String

    /// Text.
    func text(_ name: String) throws(MalformedItem) -> String? {
        guard let value = item[name] else { return nil }
        guard let text = value.string else { throw malformed("\(name) is not a text") }
        return text
    }

    /// A whole number.
    func number(_ name: String) throws(MalformedItem) -> Int? {
        guard let value = item[name] else { return nil }
        guard let number = value.int.flatMap({ Int(exactly: $0) }) else {
            throw malformed("\(name) is not a whole number")
        }
        return number
    }

    /// A string set; empty if absent, since DynamoDB stores no empty sets.
    func texts(_ name: String) throws(MalformedItem) -> Set<String> {
        guard let value = item[name] else { return [] }
        guard case .strings(let texts) = value else {
            throw malformed("\(name) is not a string set")
        }
        return texts
    }

    /// A truth value; false if absent.
    func flag(_ name: String) throws(MalformedItem) -> Bool {
        guard let value = item[name] else { return false }
        guard case .bool(let flag) = value else { throw malformed("\(name) is not true or false") }
        return flag
    }

    /// A map; `nil` if absent.
    func map(_ name: String) throws(MalformedItem) -> ItemReader? {
        guard let value = item[name] else { return nil }
        guard case .map(let map) = value else { throw malformed("\(name) is not a map") }
        return ItemReader(item: map, id: id)
    }

    /// The value of an attribute that must not be missing.
    func required<Value>(_ name: String, _ value: Value?) throws(MalformedItem) -> Value {
        guard let value else { throw malformed("\(name) is missing") }
        return value
    }

    func malformed(_ reason: String) -> MalformedItem { MalformedItem(id, reason) }
}

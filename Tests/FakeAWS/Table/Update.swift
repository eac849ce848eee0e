import Text

/// An update: `SET` with values, `if_not_exists`, `+` and `-`; `REMOVE`; `ADD` and `DELETE` of numbers
/// and string sets. Every value is read from the item before the update.
/// Source: Amazon DynamoDB Developer Guide, "Using update expressions in DynamoDB".
struct Update {
    private let words: [String]
    private let scope: Scope

    init(_ text: String, _ scope: Scope) throws {
        words = Scope.words(text)
        self.scope = scope
    }

    func apply(to item: inout FakeTable.Item) throws {
        let old = item
        var words = words[...]
        var clause = ""
        while let word = words.popFirst() {
            if ["SET", "REMOVE", "ADD", "DELETE"].contains(word) {
                clause = word
                continue
            }
            if word == "," { continue }
            let name = try scope.name(word)
            switch clause {
            case "SET":
                guard words.popFirst() == "=" else { throw Scope.Fault(reason: "= is missing") }
                item[name] = try sum(&words, old)
            case "REMOVE": item[name] = nil
            case "ADD": item[name] = try Self.add(operand(&words, old), to: old[name])
            case "DELETE": item[name] = try Self.remove(operand(&words, old), from: old[name])
            default: throw Scope.Fault(reason: "\(word) belongs to no clause")
            }
        }
    }

    private func sum(_ words: inout ArraySlice<String>, _ old: FakeTable.Item) throws -> JSON {
        let first = try operand(&words, old)
        guard let sign = words.first, sign == "+" || sign == "-" else { return first }
        words.removeFirst()
        let second = try operand(&words, old)
        return Self.number(try Self.int(first) + (sign == "+" ? 1 : -1) * (try Self.int(second)))
    }

    private func operand(_ words: inout ArraySlice<String>, _ old: FakeTable.Item) throws -> JSON {
        guard let word = words.popFirst() else { throw Scope.Fault(reason: "a value is missing") }
        var value: JSON?
        if word != "if_not_exists" {
            value = try scope.value(word, of: old)
        } else {
            let parts = words.prefix(5)
            words = words.dropFirst(5)
            guard parts.count == 5, parts.first == "(", parts.last == ")" else {
                throw Scope.Fault(reason: "if_not_exists is not complete")
            }
            let inner = Array(parts)
            value = try scope.value(inner[1], of: old) ?? scope.value(inner[3], of: old)
        }
        guard let value else {
            throw Scope.Fault(reason: "an attribute of the update does not exist in the item")
        }
        return value
    }

    private static func int(_ value: JSON) throws -> Int64 {
        guard let number = value["N"]?.string.flatMap(Int64.init) else {
            throw Scope.Fault(reason: "an operand has an incorrect data type")
        }
        return number
    }

    private static func number(_ value: Int64) -> JSON { ["N": .string("\(value)")] }

    private static func add(_ value: JSON, to old: JSON?) throws -> JSON {
        guard let texts = value["SS"]?.array else {
            return number(try int(value) + (try old.map(int) ?? 0))
        }
        guard let old else { return value }
        guard let before = old["SS"]?.array else {
            throw Scope.Fault(reason: "an operand has an incorrect data type")
        }
        return ["SS": .array(before + texts.filter { !before.contains($0) })]
    }

    private static func remove(_ value: JSON, from old: JSON?) throws -> JSON? {
        let left = (old?["SS"]?.array ?? []).filter { !(value["SS"]?.array ?? []).contains($0) }
        return left.isEmpty ? nil : ["SS": .array(left)]
    }
}

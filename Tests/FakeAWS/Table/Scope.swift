import Text

/// The names and values of one request, and the words of its expressions.
struct Scope {
    let names: [String: JSON]
    let values: [String: JSON]

    init(_ request: JSON) {
        names = request["ExpressionAttributeNames"]?.object ?? [:]
        values = request["ExpressionAttributeValues"]?.object ?? [:]
    }

    func name(_ word: String) throws -> String {
        guard word.hasPrefix("#") else { return word }
        guard let name = names[word]?.string else { throw Fault(reason: "\(word) has no name") }
        return name
    }

    func value(_ word: String, of item: FakeTable.Item) throws -> JSON? {
        guard word.hasPrefix(":") else { return item[try name(word)] }
        guard let value = values[word] else { throw Fault(reason: "\(word) has no value") }
        return value
    }

    /// What cannot be evaluated.
    struct Fault: Error, CustomStringConvertible {
        let reason: String
        var description: String { reason }
    }

    /// The words of an expression: names, placeholders, signs.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        func end() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for sign in text {
            switch sign {
            case " ", "\n": end()
            case "(", ")", ",", "+", "-":
                end()
                words.append(String(sign))
            case "=" where word == "<" || word == ">", ">" where word == "<":
                word.append(sign)
                end()
            case "=", "<", ">":
                end()
                word = String(sign)
                if sign == "=" { end() }
            default:
                if word == "<" || word == ">" { end() }
                word.append(sign)
            }
        }
        end()
        return words
    }
}

import Text
import Time

extension WebAPI {
    /// An answer is not what the API describes.
    public struct Unreadable: Error, Sendable, Hashable {
        /// What is wrong with it, to follow "the answer".
        public let reason: String

        init(_ reason: String) { self.reason = reason }
    }

    /// The members of a JSON object. A member of the wrong type is an error, never a
    /// default: "false" and a missing member have different meanings.
    public struct Fields: Sendable {
        let json: JSON
        private let path: String

        init(_ json: JSON, path: String = "") {
            self.json = json
            self.path = path
        }

        /// Whether no member has a value.
        var isEmpty: Bool { json.object?.values.allSatisfy { $0 == .null } ?? true }

        /// The names of the members.
        var names: Set<String> { Set((json.object ?? [:]).keys) }

        /// Whether a member has a value: `null`, an empty array and an object of such members do
        /// not count.
        func says(_ name: String) -> Bool { json[name]?.saysAnything ?? false }

        /// A required text that is not empty.
        func text(_ name: String) throws(Unreadable) -> String {
            guard let text = try optionalText(name), !text.isEmpty else {
                throw Unreadable("lacks \(path)\(name)")
            }
            return text
        }

        /// Text; nil if absent, or `null`.
        func optionalText(_ name: String) throws(Unreadable) -> String? {
            guard let member = json[name] else { return nil }
            guard let text = member.string else { throw wrongType(name, "text") }
            return text
        }

        /// The first of these texts that is not empty.
        func firstText(_ names: String...) throws(Unreadable) -> String? {
            for name in names {
                if let text = try optionalText(name), !text.isEmpty { return text }
            }
            return nil
        }

        /// A truth value; nil if absent, or `null`.
        func optionalBool(_ name: String) throws(Unreadable) -> Bool? {
            guard let member = json[name] else { return nil }
            guard let value = member.bool else { throw wrongType(name, "true or false") }
            return value
        }

        /// A whole number; nil if absent, or `null`.
        func optionalInt(_ name: String) throws(Unreadable) -> Int? {
            guard let member = json[name] else { return nil }
            guard let value = member.int else { throw wrongType(name, "a number") }
            return Int(value)
        }

        /// A whole number, also one in quotes, as settings of former web forms have it; nil if
        /// absent, `null`, or an empty text.
        func optionalNumeral(_ name: String) throws(Unreadable) -> Int? {
            guard let text = json[name]?.string else { return try optionalInt(name) }
            if text.isEmpty { return nil }
            guard let value = Int(text) else { throw wrongType(name, "a number") }
            return value
        }

        /// A moment in ISO 8601, as seconds since 1970; nil if absent, or `null`.
        func optionalMoment(_ name: String) throws(Unreadable) -> Int? {
            guard let text = try optionalText(name) else { return nil }
            guard let moment = Timestamp(iso8601: text) else { throw wrongType(name, "a time") }
            return Int(moment.secondsSince1970)
        }

        /// A required moment.
        func moment(_ name: String) throws(Unreadable) -> Int {
            guard let moment = try optionalMoment(name) else {
                throw Unreadable("lacks \(path)\(name)")
            }
            return moment
        }

        /// The members of an object; none if absent, or `null`.
        func object(_ name: String) throws(Unreadable) -> Fields {
            guard let member = json[name] else { return Fields([:], path: path + name + ".") }
            guard member.object != nil else { throw wrongType(name, "an object") }
            return Fields(member, path: path + name + ".")
        }

        /// The objects of an array; none if absent, or `null`.
        func objects(_ name: String) throws(Unreadable) -> [Fields] {
            var found: [Fields] = []
            for element in try array(name) {
                guard element.object != nil else { throw wrongType(name, "objects") }
                found.append(Fields(element, path: path + name + "[]."))
            }
            return found
        }

        /// The texts of an array; none if absent, or `null`.
        func texts(_ name: String) throws(Unreadable) -> [String] {
            var found: [String] = []
            for element in try array(name) {
                guard let text = element.string else { throw wrongType(name, "texts") }
                found.append(text)
            }
            return found
        }

        private func array(_ name: String) throws(Unreadable) -> [JSON] {
            guard let member = json[name] else { return [] }
            guard let elements = member.array else { throw wrongType(name, "an array") }
            return elements
        }

        private func wrongType(_ name: String, _ wanted: String) -> Unreadable {
            Unreadable("has \(path)\(name) that is not \(wanted)")
        }
    }
}

extension JSON {
    fileprivate var saysAnything: Bool {
        switch self {
        case .null: false
        case .array(let elements): !elements.isEmpty
        case .object(let members): members.values.contains { $0.saysAnything }
        case .string, .bool, .number: true
        }
    }
}

import Text

/// A value of a CloudFormation template or of a parameter file: JSON whose members keep their order.
public indirect enum TemplateValue: Sendable, Hashable {
    /// A string.
    case text(String)
    /// A whole number.
    case number(Int)
    /// `true` or `false`.
    case flag(Bool)
    /// An array.
    case list([TemplateValue])
    /// An object.
    case object([Member])

    /// One member of an object.
    public struct Member: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// What it holds.
        public let value: TemplateValue

        /// Makes a member.
        public init(name: String, value: TemplateValue) {
            self.name = name
            self.value = value
        }
    }

    /// An array of strings.
    static func texts(_ texts: some Sequence<String>) -> TemplateValue {
        .list(texts.map { .text($0) })
    }

    /// `{"Ref": NAME}`.
    static func ref(_ name: String) -> TemplateValue { ["Ref": .text(name)] }

    /// `{"Fn::Sub": TEXT}`.
    static func sub(_ text: String) -> TemplateValue { ["Fn::Sub": .text(text)] }

    /// `{"Fn::GetAtt": [RESOURCE, ATTRIBUTE]}`.
    static func attribute(_ resource: String, _ attribute: String) -> TemplateValue {
        ["Fn::GetAtt": .texts([resource, attribute])]
    }

    /// The object with further members.
    func adding(_ further: KeyValuePairs<String, TemplateValue>) -> TemplateValue {
        guard case .object(let members) = self else { return self }
        return .object(members + further.map(Member.init))
    }

    /// The bytes without any space: what limits are counted in.
    public var size: Int { encoded(indentation: nil).count }

    /// JSON, on one line or with an indentation and one member per line.
    public func encoded(indentation: Int? = 1) -> [UInt8] {
        var out = JSONWriter(capacity: 4096, indentation: indentation)
        write(to: &out)
        return out.bytes
    }

    private func write(to out: inout JSONWriter) {
        switch self {
        case .text(let text): out.value(text)
        case .number(let number): out.value(number)
        case .flag(let flag): out.value(flag)
        case .list(let values):
            out.openArray()
            for value in values { value.write(to: &out) }
            out.closeArray()
        case .object(let members):
            out.openObject()
            for member in members {
                out.key(member.name)
                member.value.write(to: &out)
            }
            out.closeObject()
        }
    }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
    /// Makes a string.
    public init(stringLiteral value: String) { self = .text(value) }
    /// Makes an array.
    public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
    /// Makes a flag.
    public init(booleanLiteral value: Bool) { self = .flag(value) }
    /// Makes a number.
    public init(integerLiteral value: Int) { self = .number(value) }
    /// Makes an object; members keep the order they are written in.
    public init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self = .object(elements.map(Member.init))
    }
}

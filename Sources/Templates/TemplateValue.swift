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

    /// JSON; with an indentation, one member a line.
    public func encoded(indentation: Int? = 1) -> [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes, depth: 0, indentation: indentation)
        return bytes
    }
}

extension TemplateValue {
    private func write(into bytes: inout [UInt8], depth: Int, indentation: Int?) {
        switch self {
        case .text(let text): Self.write(text, into: &bytes)
        case .number(let number): bytes.append(contentsOf: String(number).utf8)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .list(let values):
            Self.write("[", "]", values, into: &bytes, depth: depth, indentation: indentation) {
                $0.write(into: &$1, depth: depth + 1, indentation: indentation)
            }
        case .object(let members):
            Self.write("{", "}", members, into: &bytes, depth: depth, indentation: indentation) {
                Self.write($0.name, into: &$1)
                $1.append(contentsOf: (indentation == nil ? ":" : ": ").utf8)
                $0.value.write(into: &$1, depth: depth + 1, indentation: indentation)
            }
        }
    }

    private static func write<Part>(
        _ open: String, _ close: String, _ parts: [Part], into bytes: inout [UInt8], depth: Int,
        indentation: Int?, each: (Part, inout [UInt8]) -> Void
    ) {
        func line(_ depth: Int) {
            guard let indentation, !parts.isEmpty else { return }
            bytes.append(UInt8(ascii: "\n"))
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indentation))
        }
        bytes.append(contentsOf: open.utf8)
        for (index, part) in parts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            line(depth + 1)
            each(part, &bytes)
        }
        line(depth)
        bytes.append(contentsOf: close.utf8)
    }

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        var writer = JSONWriter(capacity: text.utf8.count + 2)
        writer.value(text)
        bytes.append(contentsOf: writer.bytes)
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

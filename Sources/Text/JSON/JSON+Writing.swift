extension JSON {
    /// The document without any space, members in the order of their names, so that equal values
    /// give equal bytes.
    public var bytes: [UInt8] {
        var out = JSONWriter(capacity: 256)
        write(to: &out)
        return out.bytes
    }

    /// The same, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes the value, members in the order of their names.
    public func write(to out: inout JSONWriter) {
        switch self {
        case .null: out.null()
        case .bool(let flag): out.value(flag)
        case .number(let text): out.value(number: text)
        case .string(let text): out.value(text)
        case .array(let elements):
            out.openArray()
            for element in elements { element.write(to: &out) }
            out.closeArray()
        case .object(let members):
            out.openObject()
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                out.key(name)
                member.write(to: &out)
            }
            out.closeObject()
        }
    }
}

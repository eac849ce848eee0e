extension JSONWriter {
    /// Writes a member with a string, or `null`.
    public mutating func member(_ name: StaticString, _ text: String?) {
        key(name)
        value(text)
    }

    /// Writes a member with a harmless text.
    public mutating func member(_ name: StaticString, _ text: borrowing TextWriter) {
        key(name)
        value(text)
    }

    /// Writes a member with a number, or `null`.
    public mutating func member(_ name: StaticString, _ number: Int?) {
        key(name)
        value(number)
    }

    /// Writes a member with `true` or `false`.
    public mutating func member(_ name: StaticString, _ flag: Bool) {
        key(name)
        value(flag)
    }

    /// Writes an array of strings.
    public mutating func member(_ name: StaticString, _ texts: [String]) {
        key(name)
        openArray()
        for text in texts { value(text) }
        closeArray()
    }

    /// Writes an array, element by element.
    public mutating func list<Elements: Sequence>(
        _ name: StaticString, _ elements: Elements,
        _ write: (inout JSONWriter, Elements.Element) -> Void
    ) {
        key(name)
        openArray()
        for element in elements { write(&self, element) }
        closeArray()
    }

    /// Writes a value, or `null` if absent.
    public mutating func optional<Value>(
        _ name: StaticString, _ value: Value?, _ write: (inout JSONWriter, Value) -> Void
    ) {
        key(name)
        if let value { write(&self, value) } else { null() }
    }
}

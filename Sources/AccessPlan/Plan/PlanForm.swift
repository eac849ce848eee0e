import Text

/// One side of the plan's JSON: reading or writing. Each type lists its members once, and both sides
/// go through that list.
protocol PlanForm: ~Copyable {
    /// Reads a member into `value`, or writes it.
    mutating func member(_ name: StaticString, _ value: inout some PlanValue)
}

extension JSONWriter: PlanForm {
    mutating func member(_ name: StaticString, _ value: inout some PlanValue) {
        key(name)
        value.write(to: &self)
    }
}

/// What a member of the plan's JSON may hold.
protocol PlanValue {
    /// Writes the value.
    func write(to out: inout JSONWriter)

    /// Reads the value that comes next; `nil` after noting why it is not one.
    static func read(_ name: StaticString, from file: inout PlanReading) -> Self?
}

/// An object of the plan's JSON.
protocol PlanPart: PlanValue {
    /// The value before any member was read.
    static var blank: Self { get }

    /// Passes each member to `form`, in the order of the file.
    mutating func pass(_ form: inout some PlanForm & ~Copyable)
}

extension PlanPart {
    func write(to out: inout JSONWriter) {
        var part = self
        out.openObject()
        part.pass(&out)
        out.closeObject()
    }

    static func read(_ name: StaticString, from file: inout PlanReading) -> Self? {
        var part = blank
        file.object(name) { part.pass(&$0) }
        return part
    }
}

extension PlanValue where Self: RawRepresentable<String> {
    func write(to out: inout JSONWriter) { out.value(rawValue) }

    static func read(_ name: StaticString, from file: inout PlanReading) -> Self? {
        file.word(name)
    }
}

extension String: PlanValue {
    func write(to out: inout JSONWriter) { out.value(self) }

    static func read(_ name: StaticString, from file: inout PlanReading) -> String? {
        file.text(name)
    }
}

extension Int: PlanValue {
    func write(to out: inout JSONWriter) { out.value(self) }

    static func read(_ name: StaticString, from file: inout PlanReading) -> Int? {
        file.number(name)
    }
}

extension Bool: PlanValue {
    func write(to out: inout JSONWriter) { out.value(self) }

    static func read(_ name: StaticString, from file: inout PlanReading) -> Bool? {
        file.flag(name)
    }
}

extension ARN: PlanValue {
    func write(to out: inout JSONWriter) { out.value(text) }

    static func read(_ name: StaticString, from file: inout PlanReading) -> ARN? {
        file.arn(name)
    }
}

extension Optional: PlanValue where Wrapped: PlanValue {
    func write(to out: inout JSONWriter) {
        if let self { self.write(to: &out) } else { out.null() }
    }

    static func read(_ name: StaticString, from file: inout PlanReading) -> Wrapped?? {
        guard file.isNull else { return Wrapped.read(name, from: &file) }
        return .some(nil)
    }
}

extension Array: PlanValue where Element: PlanValue {
    func write(to out: inout JSONWriter) {
        out.openArray()
        for element in self { element.write(to: &out) }
        out.closeArray()
    }

    static func read(_ name: StaticString, from file: inout PlanReading) -> [Element]? {
        file.list(name) { Element.read(name, from: &$0) }
    }
}

extension Dictionary: PlanValue where Key == String, Value == String {
    func write(to out: inout JSONWriter) {
        out.openObject()
        for (key, text) in sorted(by: { $0.key < $1.key }) {
            out.key(key)
            out.value(text)
        }
        out.closeObject()
    }

    static func read(_ name: StaticString, from file: inout PlanReading) -> [String: String]? {
        file.texts(byKeyOf: name)
    }
}

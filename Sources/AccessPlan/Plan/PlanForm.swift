import Text

/// What the two files that carry a plan have in common: `plan.json`, which is a ``CompiledPlan``, and
/// `checker-plan.json`, which is the whole ``Plan``.
protocol PlanForm {
    /// Version of the JSON form.
    static var schema: String { get }

    var organization: String { get set }
    var emergencyAccount: String { get set }
    var partition: String { get set }
    var home: String { get set }
    var standby: String? { get set }
    var runbook: String? { get set }
    var breakGlassUsers: [String] { get set }
    var responders: [String] { get set }
}

extension PlanForm {
    /// Reads a whole file. A member that is not known is stepped over.
    /// - Parameters:
    ///   - json: the file's bytes.
    ///   - member: reads a member that only this form has, or steps over it.
    /// - Throws: ``PlanError`` when it is no plan, when a member is missing or of another type than
    ///   it should be, or when the plan has another schema: watching or checking less than was meant
    ///   is worse than not starting.
    mutating func read(
        _ json: [UInt8], _ member: (inout Self, inout PlanReading, JSONScanner.Key) -> Void
    ) throws(PlanError) {
        var file = PlanReading(json)
        var schema: String?
        file.object("the plan") { file, key in
            switch key {
            case "schema": schema = file.text("schema")
            case "organization": organization = file.required("organization")
            case "emergencyAccount": emergencyAccount = file.required("emergencyAccount")
            case "partition": partition = file.required("partition")
            case "home": home = file.required("home")
            case "standby": standby = file.text("standby")
            case "runbook": runbook = file.text("runbook")
            case "breakGlassUsers": breakGlassUsers = file.texts("breakGlassUsers")
            case "responders": responders = file.texts("responders")
            default: member(&self, &file, key)
            }
        }
        file.end()
        if let schema, !schema.isEmpty, schema != Self.schema {
            throw .unknownSchema(schema, expected: Self.schema)
        }
        if let wrong = file.wrong { throw .unreadablePlan(wrong) }
        for (name, value) in [
            ("schema", schema ?? ""), ("organization", organization),
            ("emergencyAccount", emergencyAccount), ("home", home),
        ] where value.isEmpty {
            throw .unreadablePlan("\(name) is missing")
        }
    }

    /// Writes a whole file: one line, the same bytes for the same plan.
    /// - Parameters:
    ///   - capacity: about how many bytes it takes.
    ///   - members: writes the members that only this form has.
    /// - Returns: UTF-8.
    func written(capacity: Int, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var out = JSONWriter(capacity: capacity)
        out.openObject()
        out.member("schema", Self.schema)
        out.member("organization", organization)
        out.member("emergencyAccount", emergencyAccount)
        out.member("partition", partition)
        out.member("home", home)
        out.member("standby", standby)
        out.member("runbook", runbook)
        out.member("breakGlassUsers", breakGlassUsers)
        out.member("responders", responders)
        members(&out)
        out.closeObject()
        return out.bytes
    }
}

extension CompiledPlan: PlanForm {}

extension Plan: PlanForm {
    var home: String {
        get { regions.home }
        set { regions.home = newValue }
    }

    var standby: String? {
        get { regions.standby }
        set { regions.standby = newValue }
    }
}

import Text

extension Plan {
    /// Version of the JSON form.
    public static let schema = "breakglass.plan/2"

    /// The whole plan as one line of JSON: `plan.json`, which is packed into the functions' zips. The
    /// same plan gives the same bytes.
    public var json: [UInt8] {
        var out = JSONWriter(capacity: 4096 + 256 * accounts.count)
        write(to: &out)
        return out.bytes
    }

    /// Reads `plan.json`. Unknown members are skipped.
    /// - Parameter json: the file's bytes.
    /// - Throws: ``PlanError`` when the bytes are not a plan, when a member is missing or has an
    ///   unexpected type, or when the plan has another schema: to watch or check less than intended
    ///   would be worse than not to start.
    public init(json: [UInt8]) throws(PlanError) {
        var file = PlanReading(json)
        var plan = Self.blank
        plan.schema = ""
        file.object("the plan") { plan.pass(&$0) }
        file.end()
        if !plan.schema.isEmpty, plan.schema != Self.schema {
            throw .unknownSchema(plan.schema, expected: Self.schema)
        }
        if let wrong = file.wrong { throw .unreadablePlan(wrong) }
        for (name, value) in [
            ("schema", plan.schema), ("organization", plan.organization),
            ("emergencyAccount", plan.emergencyAccount), ("home", plan.regions.home),
        ] where value.isEmpty {
            throw .unreadablePlan("\(name) is missing")
        }
        self = plan
    }
}

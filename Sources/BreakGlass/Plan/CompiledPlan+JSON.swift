import FoundationEssentials

extension CompiledPlan {
    /// Reads `plan.json`.
    /// - Parameter json: the file's bytes.
    /// - Throws: ``PlanError`` when it is no plan, or one of another schema.
    public init(json: [UInt8]) throws(PlanError) {
        do {
            self = try JSONDecoder().decode(CompiledPlan.self, from: Data(json))
        } catch {
            throw .unreadablePlan("it is not what a compiled plan looks like (\(error))")
        }
        guard schema == Self.schema else { throw .unknownSchema(schema) }
    }

    /// Writes `plan.json`: one line, keys in order, the same bytes for the same plan.
    public func json() throws(PlanError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return [UInt8](try encoder.encode(self))
        } catch {
            throw .unreadablePlan("it cannot be written (\(error))")
        }
    }
}

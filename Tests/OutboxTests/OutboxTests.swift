import OutboxModel
import Testing

/// The model check in its short form; `make model` runs the full form.
@Suite struct OutboxTests {
    @Test(arguments: Setting.short)
    func `whatever happens, an alert is told, and only once unless it says so`(setting: Setting) {
        let result = Search.run(Model(setting))
        let trace = result.broken?.trace.joined(separator: "\n") ?? ""
        #expect(result.broken == nil, "\(result.broken?.what.rawValue ?? ""):\n\(trace)")
        #expect(result.scenes > 50, "the search ended early")
    }
}

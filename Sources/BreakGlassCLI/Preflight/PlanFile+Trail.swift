import AccessPlan

extension Terminal {
    /// Adds the line `trail: ARN` to a plan that has none.
    ///
    /// - Returns: `false` after saying why it cannot, and which line to write.
    func write(trail arn: String, into path: String) -> Bool {
        let line = "trail: \(arn)"
        do throws(CommandError) {
            let before = try FileBytes.read(path)
            let text = String(decoding: before, as: UTF8.self)
            guard let after = PlanFile.adding(trail: arn, to: text) else {
                throw .unchangeablePlan(path, line: line)
            }
            try FileBytes.write(Array(after.utf8), to: path)
            note("\(path): the line \(line) was added")
            return true
        } catch {
            if case .unchangeablePlan = error {
                self.error(error)
            } else {
                self.error("\(error)\nhint: write this line into the plan: \(line)")
            }
            return false
        }
    }
}

extension PlanFile {
    /// The text of a plan with one more line; `nil` unless the plan then says the same and names the
    /// trail. A plan in JSON has no place for a line.
    static func adding(trail arn: String, to text: String) -> String? {
        let gap = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
        let added =
            text + gap + """

                # The trail through which EventBridge receives events.
                trail: \(arn)

                """
        guard var before = try? PlanFile(name: "", text: text).plan(),
            let after = try? PlanFile(name: "", text: added).plan(), before.trail == nil
        else { return nil }
        before.trail = try? ARN(arn)
        return after == before && after.trail != nil ? added : nil
    }
}

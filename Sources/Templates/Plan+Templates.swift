// Templates: parameters and templates that follow from the plan.

public import AccessPlan
import Partitions

extension Plan {
    /// Everything that deployment needs of the plan, besides the templates that are the same for all.
    /// - Parameter attachments: contents of the files that the plan names.
    /// - Returns: files, and what was done to stay inside AWS's limits.
    /// - Throws: ``TemplateError`` where the plan asks for more than AWS allows.
    public func templates(
        _ attachments: PlanAttachments = PlanAttachments()
    ) throws(TemplateError) -> RenderedTemplates {
        guard Partition.named(partition)?.isSupported == true else { throw .partition(partition) }
        var rendered = RenderedTemplates()
        try addParameters(to: &rendered)
        try addAccessRoles(to: &rendered, attachments)
        try addWorkloadRoles(to: &rendered, attachments)
        try addGuardRules(to: &rendered)
        rendered.files.append(facts(withProvider: attachments.samlMetadata != nil))
        return rendered
    }

    /// What the deployment script asks of the plan: one fact a line, tabs between its parts.
    private func facts(withProvider: Bool) -> RenderedTemplates.File {
        var lines = [
            ["organization", organization], ["partition", partition],
            ["emergencyAccount", emergencyAccount], ["home", regions.home],
        ]
        if let standby = regions.standby { lines.append(["standby", standby]) }
        lines += globalSignInRegions.map { ["signInRegion", $0] }
        if let provider = identityProvider {
            let origin = withProvider ? "made" : "expected"
            lines.append(["samlProvider", provider.samlProvider, origin])
        }
        lines += breakGlassUsers.map { ["user", $0] }
        lines += accounts.map { ["account", $0.id, $0.name] }
        lines += subscribers.map { ["subscriber", $0.transport.rawValue, $0.endpoint] }
        let text = lines.map { line in
            line.map { $0.filter { $0 != "\t" && $0 != "\n" } }.joined(separator: "\t") + "\n"
        }.joined()
        return RenderedTemplates.File(name: "plan.tsv", bytes: Array(text.utf8), value: nil)
    }
}

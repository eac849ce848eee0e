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
        return rendered
    }
}

import AWSClient
import Deployment
import Templates

/// Where CloudFormation gets each template: in the call, or from a bucket where it is too large for that.
struct TemplateSources: Sendable {
    /// URLs of large templates, by account and file.
    private var urls: [String: String] = [:]

    /// Notes where a template is.
    mutating func set(_ url: String, of template: StackTemplate, in account: String) {
        urls["\(account)/\(template.name)"] = url
    }

    /// Whether a template is too large for a call.
    static func isLarge(_ template: StackTemplate) -> Bool {
        template.bytes.count > Limit.inlineTemplateBytes
    }

    /// The source of a stack's template.
    subscript(stack: WantedStack) -> CloudFormation.TemplateSource {
        source(of: stack.template, account: stack.place.account)
    }

    /// The source of a stack set's template.
    subscript(set: WantedStackSet, account account: String) -> CloudFormation.TemplateSource {
        source(of: set.template, account: account)
    }

    private func source(
        of template: StackTemplate, account: String
    ) -> CloudFormation.TemplateSource {
        urls["\(account)/\(template.name)"].map { .url($0) }
            ?? .body(String(decoding: template.bytes, as: UTF8.self))
    }
}

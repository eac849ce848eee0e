import Synchronization
import TemplateFiles
import Templates

/// Deployed templates as values. Many stacks have the same one: each text is read once.
final class TemplateTexts: Sendable {
    private let values = Mutex<[String: TemplateValue?]>([:])

    /// The template as a value; `nil` if it cannot be read.
    func value(of text: String) -> TemplateValue? {
        if let known = values.withLock({ $0[text] }) { return known }
        let value = try? TemplateFile(name: "deployed", bytes: Array(text.utf8)).value()
        values.withLock { $0[text] = value }
        return value
    }
}

/// A template that CloudFormation could not read.
public struct TemplateFileError: Error, Sendable, Hashable {
    /// Its name, without `.yaml`.
    public let file: String
    /// From 1.
    public let line: Int
    /// What is wrong.
    public let fact: String
}

extension TemplateFileError: CustomStringConvertible {
    /// Where, and what.
    public var description: String { "template/\(file).yaml:\(line): \(fact)" }
}

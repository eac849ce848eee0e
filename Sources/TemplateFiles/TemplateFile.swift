// TemplateFiles: the files of template/, which the program carries, as bytes and as values.

import CTemplates

/// A template that is the same for every plan: a file of `template/`.
public struct TemplateFile: Sendable, Hashable {
    /// The name without `.yaml`, e.g. `hub`.
    public let name: String

    /// The file, byte for byte.
    public let bytes: [UInt8]

    /// Makes a template of a text, e.g. of what CloudFormation has.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// All of them, in the order of their names.
    public static let all: [TemplateFile] = {
        var files: [TemplateFile] = []
        while let file = breakglass_template_at(files.count)?.pointee {
            files.append(
                TemplateFile(
                    name: String(cString: file.name),
                    bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count))))
        }
        return files
    }()

    /// The file of this name; nil if there is none.
    public static func named(_ name: String) -> TemplateFile? { all.first { $0.name == name } }
}

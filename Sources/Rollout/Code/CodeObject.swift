import Crypto
package import Deployment
import Text

/// An object that a bucket of `code.yaml` has to hold.
package struct CodeObject: Sendable, Hashable {
    /// The key says what the object holds: it has a part of its SHA-256.
    package let key: String

    /// What it holds.
    package let bytes: [UInt8]

    /// SHA-256 of the bytes, in Base64.
    package let sha256: String

    /// The code of a function.
    package init(_ package: FunctionPackage) {
        key = package.key
        bytes = package.bytes
        sha256 = package.sha256
    }

    /// A template that is too large for a call.
    package init(_ template: StackTemplate) {
        let digest = Hash.sha256(template.bytes)
        let name = Hexadecimal.encode(Array(digest.prefix(8)))
        key = "templates/\(name)-\(template.name)"
        bytes = template.bytes
        sha256 = Base64.encode(digest)
    }
}

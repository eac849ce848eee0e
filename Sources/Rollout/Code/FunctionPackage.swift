import AccessPlan
import Crypto
import Text

/// The code of one function with the plan inside, as it goes to Lambda: the executable as
/// `lambda/package` packed it, and `plan.json`. Equal inputs give equal bytes.
package struct FunctionPackage: Sendable, Hashable {
    /// The function that it is for.
    package let function: Function

    /// The zip.
    package let bytes: [UInt8]

    /// What the executable was built for: `x86_64` or `arm64`.
    package let architecture: String

    /// SHA-256 of the zip.
    private let digest: [UInt8]

    /// The functions.
    package enum Function: String, Sendable, CaseIterable {
        /// Reads events.
        case enricher = "event-enricher"
        /// Publishes alerts.
        case publisher = "sns-publisher"
        /// Takes snapshots.
        case checker = "drift-checker"

        /// Its name in Lambda.
        package var name: String { AlertPathNames.prefix + rawValue }

        /// All functions that run its code.
        var names: [String] {
            self == .publisher ? [name, AlertPathNames.criticalPublisher] : [name]
        }
    }

    /// Packs an executable and a plan.
    /// - Parameters:
    ///   - function: that it is for.
    ///   - built: `dist/FUNCTION.zip`, as `lambda/package` wrote it.
    ///   - plan: the plan as JSON.
    /// - Throws: why the zip cannot be used, to follow its name.
    init(_ function: Function, built: [UInt8], plan: [UInt8]) throws(ZipFile.Fault) {
        let bootstrap = try ZipFile.entry("bootstrap", of: built)
        guard bootstrap.isExecutable else {
            throw ZipFile.Fault(reason: "holds a bootstrap that may not be executed")
        }
        let machine = Self.machine(of: try bootstrap.unpacked())
        guard let machine else {
            throw ZipFile.Fault(reason: "is built for a processor that Lambda does not have")
        }
        self.function = function
        architecture = machine
        bytes = ZipFile.write([bootstrap, ZipFile.Entry(storing: plan, as: "plan.json")])
        digest = Hash.sha256(bytes)
    }

    /// The key of the object: its name says what it holds.
    package var key: String {
        "\(function.rawValue)/\(Hexadecimal.encode(Array(digest.prefix(8)))).zip"
    }

    /// SHA-256 in Base64, as Lambda and S3 show it.
    package var sha256: String { Base64.encode(digest) }

    /// What the header of an ELF file of 64 bits, little-endian, says it was built for.
    ///
    /// Source: "Tool Interface Standard (TIS) Executable and Linking Format (ELF) Specification";
    /// numbers of machines: <https://www.sco.com/developers/gabi/latest/ch4.eheader.html>.
    private static func machine(of executable: [UInt8]) -> String? {
        guard executable.count > 20,
            executable.starts(with: [
                0x7F, UInt8(ascii: "E"), UInt8(ascii: "L"), UInt8(ascii: "F"), 2, 1,
            ])
        else { return nil }
        return switch (executable[18], executable[19]) {
        case (0x3E, 0): "x86_64"
        case (0xB7, 0): "arm64"
        default: nil
        }
    }
}

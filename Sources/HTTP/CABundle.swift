import Glibc
import System

/// The file with the certificates of the authorities that are trusted.
enum CABundle {
    /// Where distributions keep it: Debian, Ubuntu and Alpine; Amazon Linux and Fedora, twice;
    /// SUSE; what is left, and macOS.
    static let knownPaths = [
        "/etc/ssl/certs/ca-certificates.crt",
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
        "/etc/ssl/ca-bundle.pem",
        "/etc/ssl/cert.pem",
    ]

    /// The file to use: the one that `AWS_CA_BUNDLE` names, as for AWS's SDKs; else the one that a
    /// profile names; else the first known one that can be read.
    ///
    /// - Returns: nil if absent. A named file is never replaced by another.
    static func find(
        environment: Environment, named setting: String? = nil,
        isReadable: (String) -> Bool = isReadable
    ) -> String? {
        if let named = environment["AWS_CA_BUNDLE"] ?? setting { return named }
        return knownPaths.first(where: isReadable)
    }

    /// Whether the file can be read.
    static func isReadable(_ path: String) -> Bool {
        unsafe access(path, R_OK) == 0
    }
}

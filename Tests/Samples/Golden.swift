package import Foundation

/// Files that people review and tests compare with.
package enum Golden {
    /// Whether tests write the files again: `RENEW_GOLDEN=1`.
    package static let renew = ProcessInfo.processInfo.environment["RENEW_GOLDEN"] != nil

    /// The project's folder.
    package static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}

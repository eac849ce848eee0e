import AWSClient
import Deployment

/// What other credentials told about Regions: a file with an account, a Region and its status on each
/// line, tabs between them.
struct KnownRegions: Sendable {
    /// The Regions by account.
    var regions: [String: [String: RegionStatus]] = [:]

    /// Reads a file; a line that is not understood is left out.
    init(path: String?) throws(CommandError) {
        guard let path else { return }
        for line in String(decoding: try FileBytes.read(path), as: UTF8.self).split(separator: "\n")
        {
            let parts = line.split(separator: "\t").map(String.init)
            guard parts.count == 3 else { continue }
            regions[parts[0], default: [:]][parts[1]] = RegionStatus(word: parts[2])
        }
    }
}

/// The release that this program belongs to.
enum Version {
    /// What `--version` prints.
    static let text = "breakglass 0.1.0"
}

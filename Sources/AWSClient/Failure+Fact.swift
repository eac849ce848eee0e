extension AWS.Failure {
    /// What happened, in one line: the description without its hint.
    public var fact: String {
        description.split(separator: "\n").first.map(String.init) ?? description
    }
}

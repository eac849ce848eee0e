extension Alert {
    /// Somebody who may be called: the plan names them.
    public struct Contact: Sendable, Hashable {
        /// What they are called.
        public var name: String

        /// E.g. `+31 20 555 0100`.
        public var telephone: String

        /// Makes a contact.
        public init(name: String, telephone: String) {
            self.name = name
            self.telephone = telephone
        }
    }
}

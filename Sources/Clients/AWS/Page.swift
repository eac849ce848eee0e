extension AWS {
    /// One page of a list, as an operation's answer gives it.
    public struct Page<Item: Sendable>: Sendable {
        /// What stands on it.
        public var items: [Item]

        /// What to ask for the next one by; nil or empty on the last.
        public var next: String?

        /// Makes a page.
        public init(_ items: [Item], next: String? = nil) {
            self.items = items
            self.next = next
        }
    }
}

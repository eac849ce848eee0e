extension String {
    /// Whether an address can be shown as it is: `https`, and nothing that ends or hides a link.
    public var isSafeURL: Bool {
        hasPrefix("https://") && utf8.count <= 2048 && consists(of: .urls)
    }
}

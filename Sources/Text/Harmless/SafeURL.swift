extension String {
    /// Whether an address can be shown as it is: `https`, and nothing that ends or hides a link.
    public var isSafeURL: Bool { withBytes(\.isSafeURL) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether an address can be shown as it is: `https`, and nothing that ends or hides a link.
    public var isSafeURL: Bool {
        starts(with: "https://".utf8) && count <= 2048 && consists(of: .urls)
    }
}

/// Comparison of names of AWS and of identity providers: IAM's names, groups' names, sign-in names,
/// Regions. They are unique case-insensitively, so they are compared case-insensitively. Only A to Z
/// are folded: `É` and `é` differ, on every machine alike.
extension String {
    /// Whether two names are the same, comparing ASCII letters case-insensitively.
    ///
    /// IAM's names and people's sign-in names are unique case-insensitively.
    @inlinable
    public func isSameName(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8) { $0.folded == $1.folded }
    }

    /// The name in the form that two equal names share, as a key of a dictionary or set.
    public var foldedName: String {
        String(decoding: utf8.map(\.folded), as: UTF8.self)
    }
}

extension UInt8 {
    /// Lower case for A to Z, everything else unchanged.
    @inlinable @inline(__always)
    public var folded: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}

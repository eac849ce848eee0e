extension String {
    /// Whether two names are the same, regardless of the case of ASCII letters.
    ///
    /// IAM's names and people's sign-in names are unique regardless of case.
    public func isSameName(as other: String) -> Bool {
        utf8.count == other.utf8.count
            && zip(utf8, other.utf8).allSatisfy { $0.folded == $1.folded }
    }
}

extension UInt8 {
    /// Lower case for A to Z, everything else unchanged.
    public var folded: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}

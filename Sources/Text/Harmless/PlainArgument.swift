extension String {
    /// Whether a shell takes it as one argument, and a program takes it neither for an option nor for the
    /// address of a file that it reads in its place.
    ///
    /// Source: AWS CLI User Guide, "Loading a parameter from a file". Version 1 also loads addresses.
    public var isPlainArgument: Bool {
        isPlainWord && !Self.loaded.contains { startsWith($0) }
    }

    /// The same for the address of a queue, which the AWS CLI never loads.
    public var isQueueAddress: Bool {
        guard isPlainWord, startsWith("https://") else { return false }
        let host = String(dropFirst("https://".utf8.count)).beforeFirst(UInt8(ascii: "/"))
        let labels = host.split(separator: ".").map(String.init)
        guard labels.count > 2 else { return false }
        return labels[0] == "sqs" || labels[0].isRegionName && labels[1] == "queue"
    }

    /// Whether it can stand behind `=` in a list of the AWS CLI, where a comma begins the next member.
    public var isPlainMember: Bool {
        isPlainArgument && utf8.first != UInt8(ascii: "=") && !utf8.contains(UInt8(ascii: ","))
    }

    /// Whether it can be a Region's name: 30 lower case letters, digits and hyphens at most.
    public var isRegionName: Bool {
        !isEmpty && utf8.count <= 30 && utf8.first != UInt8(ascii: "-")
            && utf8.allSatisfy { byte in
                ByteSet.digits.contains(byte) || byte == UInt8(ascii: "-")
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            }
    }

    private var isPlainWord: Bool {
        !isEmpty && utf8.count <= 300 && utf8.first != UInt8(ascii: "-") && consists(of: .arns)
    }

    private static let loaded: [StaticString] = ["file:", "fileb:", "http:", "https:"]

    private func startsWith(_ word: StaticString) -> Bool {
        withBytes { $0.equals(word, at: 0) }
    }
}

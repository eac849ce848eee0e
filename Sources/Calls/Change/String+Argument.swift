import Text

extension String {
    /// The text as one argument of a shell: as it is, or in single quotes if spaces are all that needs
    /// them; `nil` where a shell or a program would take anything else of it for its own.
    var argument: String? {
        if isPlainArgument { return self }
        let space = UInt8(ascii: " ")
        // A list in the CLI's shorthand has commas.
        guard utf8.contains(space), !utf8.contains(UInt8(ascii: ",")), utf8.last != space,
            exchanging({ $0 == space ? UInt8(ascii: "-") : $0 }).isPlainArgument
        else { return nil }
        return "'\(self)'"
    }
}

/// Some texts of an XML document by the end of their path: enough for answers that hold each field
/// once.
public struct XMLFields {
    private let texts: [String: String]

    /// Reads the document.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - wanted: ends of paths, names joined by slashes, e.g. `Error/Code`; all else is dropped
    ///     as it streams by.
    /// - Throws: what is wrong with the document.
    public init(_ bytes: [UInt8], _ wanted: [String]) throws(XMLReader.Invalid) {
        let ends = wanted.map { (name: $0, names: $0.split(separator: "/").map(String.init)) }
        var texts: [String: String] = [:]
        try XMLReader.read(bytes) { path, text in
            for end in ends where path.suffix(end.names.count).elementsEqual(end.names) {
                if texts[end.name] == nil { texts[end.name] = text }
            }
        }
        self.texts = texts
    }

    /// The first text of this path, one of those wanted; nil if absent or it is empty.
    public subscript(pathEnd: String) -> String? {
        texts[pathEnd].flatMap { $0.isEmpty ? nil : $0 }
    }
}

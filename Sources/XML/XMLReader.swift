// XML: reading XML with expat.

import CExpat

/// Reads the XML of the Query protocol as a stream: the path and text of every element, at its end.
///
/// For answers of services, and strict: a document type declaration (and
/// with it every declared entity, inside or outside the document) is rejected; nesting and the
/// length of one text are limited.
public struct XMLReader {
    /// What is wrong with the document, for an error message.
    public struct Invalid: Error, Hashable, CustomStringConvertible {
        /// What is wrong.
        public let description: String
    }

    /// Deepest nesting that is read; AWS's own answers stay below 20.
    static let maximumDepth = 64

    /// Longest text of one element, in bytes.
    static let maximumText = 1 << 20

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: in UTF-8, or another encoding that expat knows and the document declares.
    ///   - atStart: called at the start of each element, parents first, with the names from the
    ///     root down to it (prefixes removed) and its attributes.
    ///   - atEnd: called at the end of each element, children first, with the names from the root
    ///     down to it (prefixes removed) and its own text, white space at both ends removed.
    /// - Throws: what is wrong with the document; `atEnd` may have been called before.
    public static func read(
        _ bytes: [UInt8],
        atStart: @escaping (_ path: [String], _ attributes: [String: String]) -> Void = { _, _ in },
        atEnd: @escaping (_ path: [String], _ text: String) -> Void
    ) throws(Invalid) {
        guard let parser = XML_ParserCreate(nil) else {
            throw Invalid(description: "no memory for an XML parser")
        }
        defer { XML_ParserFree(parser) }
        // `atEnd` does not escape, but withoutActuallyEscaping would build the length of this
        // file's path into the executable, and another checkout would give other bytes.
        let state = XMLReaderState(parser: parser, atStart: atStart, atEnd: atEnd)
        let problem = withExtendedLifetime(state) { run(parser, state, bytes) }
        if let problem { throw Invalid(description: problem) }
    }

    private static func run(
        _ parser: XML_Parser, _ state: XMLReaderState, _ bytes: [UInt8]
    ) -> String? {
        XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
        XML_SetElementHandler(
            parser, { data, name, attributes in XMLReaderState.of(data)?.start(name, attributes) },
            { data, _ in XMLReaderState.of(data)?.end() })
        XML_SetCharacterDataHandler(parser) { XMLReaderState.of($0)?.text($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            XMLReaderState.of(data)?.stop("declares a document type")
        }
        // In pieces, because expat counts in Int32.
        let pieces = stride(from: 0, to: max(1, bytes.count), by: 1 << 16)
        for start in pieces {
            let end = min(start + 1 << 16, bytes.count)
            let status = bytes[start..<end].withUnsafeBytes { piece in
                XML_Parse(
                    parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(piece.count), end == bytes.count ? 1 : 0)
            }
            if let problem = state.problem { return problem }
            guard status == XML_STATUS_OK else {
                let line = XML_GetCurrentLineNumber(parser)
                let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
                return "\(reason ?? "not XML") in line \(line)"
            }
        }
        return nil
    }
}

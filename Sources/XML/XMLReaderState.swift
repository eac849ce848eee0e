import CExpat

/// What expat's callbacks know while a document is read.
final class XMLReaderState {
    /// Why reading was stopped, if it was.
    private(set) var problem: String?

    private let parser: XML_Parser
    private let atStart: ([String], [String: String]) -> Void
    private let atEnd: ([String], String) -> Void
    private var path: [String] = []
    private var texts: [[UInt8]] = []

    init(
        parser: XML_Parser, atStart: @escaping ([String], [String: String]) -> Void,
        atEnd: @escaping ([String], String) -> Void
    ) {
        self.parser = parser
        self.atStart = atStart
        self.atEnd = atEnd
    }

    /// The state behind expat's user data.
    static func of(_ data: UnsafeMutableRawPointer?) -> XMLReaderState? {
        data.map { Unmanaged<XMLReaderState>.fromOpaque($0).takeUnretainedValue() }
    }

    /// An element begins; its attributes are names and values in turn, ended by null.
    func start(
        _ name: UnsafePointer<XML_Char>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        guard problem == nil, let name else { return }
        guard path.count < XMLReader.maximumDepth else {
            return stop("is nested deeper than \(XMLReader.maximumDepth) levels")
        }
        let full = String(cString: name)
        path.append(full.firstIndex(of: ":").map { String(full[$0...].dropFirst()) } ?? full)
        texts.append([])
        var values: [String: String] = [:]
        var next = attributes
        while let name = next?[0], let value = next?[1] {
            values[String(cString: name)] = String(cString: value)
            next = next?.advanced(by: 2)
        }
        atStart(path, values)
    }

    /// Some text of the current element.
    func text(_ start: UnsafePointer<XML_Char>?, _ count: Int32) {
        guard problem == nil, let start, !texts.isEmpty, count > 0 else { return }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(count))
        guard texts[texts.count - 1].count + bytes.count <= XMLReader.maximumText else {
            return stop("has a text longer than \(XMLReader.maximumText) bytes")
        }
        texts[texts.count - 1] += bytes
    }

    /// The current element ends.
    func end() {
        guard problem == nil, let bytes = texts.popLast() else { return }
        let space: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let kept = bytes.drop(while: space).reversed().drop(while: space).reversed()
        atEnd(path, String(decoding: Array(kept), as: UTF8.self))
        path.removeLast()
    }

    /// Stops reading.
    func stop(_ reason: String) {
        problem = reason
        XML_StopParser(parser, 0)
    }
}

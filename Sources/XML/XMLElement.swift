/// An element of an XML document with all that it holds: for answers with lists in them. Attributes
/// are left out; the Query protocol has none that matter.
public struct XMLElement: Sendable, Hashable {
    /// Its name, without prefix.
    let name: String

    /// Its own text, white space at both ends removed.
    public private(set) var text = ""

    /// What it holds, in order.
    private(set) var children: [XMLElement] = []

    private init(name: String) { self.name = name }

    /// Reads a document.
    ///
    /// - Parameter bytes: the document.
    /// - Returns: its root.
    /// - Throws: what is wrong with the document.
    public static func read(_ bytes: [UInt8]) throws(XMLReader.Invalid) -> XMLElement {
        // The elements that have begun and not ended, below an artificial root.
        var open = [XMLElement(name: "")]
        try XMLReader.read(bytes) { path, _ in
            open.append(XMLElement(name: path.last ?? ""))
        } atEnd: { _, text in
            guard var element = open.popLast(), !open.isEmpty else { return }
            element.text = text
            open[open.count - 1].children.append(element)
        }
        guard let root = open.first?.children.first else {
            throw XMLReader.Invalid(description: "no element")
        }
        return root
    }
}

extension XMLElement {
    /// The first child of this name.
    public subscript(name: String) -> XMLElement? { children.first { $0.name == name } }

    /// The text of the first child of this name; nil if absent, or it is empty.
    public func text(_ name: String) -> String? {
        self[name].flatMap { $0.text.isEmpty ? nil : $0.text }
    }

    /// Every child of this name, in order.
    public func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    /// The `member` elements of the list of this name; empty if there is no list.
    public func members(_ name: String) -> [XMLElement] {
        self[name]?.children.filter { $0.name == "member" } ?? []
    }

    /// The `entry` elements of the map of this name, as the Query protocol writes it.
    public func map(_ name: String) -> [String: String] {
        let entries = self[name]?.children.filter { $0.name == "entry" } ?? []
        return Dictionary(
            entries.compactMap { entry in entry.text("key").map { ($0, entry.text("value") ?? "") }
            },
            uniquingKeysWith: { first, _ in first })
    }
}

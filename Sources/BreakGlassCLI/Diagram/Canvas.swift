import AccessPlan

/// Draws boxes and arrows in bands, one below the other, as SVG.
struct Canvas {
    static let margin = 40
    /// The height of a line of boxes, with the space below it.
    static let row = 68
    static let height = 54
    /// Between boxes of an access path.
    static let gap = 56
    /// Between boxes of the alert path.
    static let step = 30

    let width: Int
    let title: String
    /// Where the first line of boxes of the current band begins.
    private(set) var top = 0
    private var next = 20
    private var elements: [String] = []

    init(width: Int, title: String) {
        self.width = width
        self.title = title
    }

    /// How wide a box must be for its text. Names have a fixed-width font, notes nearly.
    static func width(_ box: WaysIn.Stop) -> Int {
        max(box.name.count * 17 / 2, box.note.count * 15 / 2) + 28
    }

    /// Opens a band that holds some lines of boxes.
    mutating func band(lines: Int, head: String) {
        let height = lines * Self.row + 40
        top = next + 40
        elements.append(
            "<rect class=\"band\" x=\"20\" y=\"\(next)\" width=\"\(width - 40)\" "
                + "height=\"\(height)\" rx=\"10\"/>")
        elements.append(
            "<text class=\"head\" x=\"\(Self.margin)\" y=\"\(next + 25)\">\(head.xml)</text>")
        next += height
    }

    /// Draws an arrow from the last band to the next one.
    mutating func passage(_ caption: String) {
        let x = Self.margin + 60
        elements.append("<path class=\"seen\" d=\"M\(x) \(next + 4)V\(next + 34)\"/>")
        elements.append(
            "<text class=\"note left\" x=\"\(x + 14)\" y=\"\(next + 24)\">\(caption.xml)</text>")
        next += 40
    }

    mutating func box(_ box: WaysIn.Stop, x: Int, y: Int, width: Int, kind: String) {
        let middle = x + width / 2
        elements += [
            "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" "
                + "height=\"\(Self.height)\" rx=\"8\"/>",
            "<text class=\"name\" x=\"\(middle)\" y=\"\(y + 23)\">\(box.name.xml)</text>",
            "<text class=\"note\" x=\"\(middle)\" y=\"\(y + 42)\">\(box.note.xml)</text>",
        ]
    }

    /// An arrow between boxes of one line.
    mutating func arrow(from: Int, to: Int, y: Int) {
        elements.append("<path class=\"line\" d=\"M\(from + 2) \(y + 27)H\(to - 3)\"/>")
    }

    /// An arrow from the side of one box up or down to the side of another.
    mutating func turn(from: Int, to: Int, fromY: Int, toY: Int) {
        let middle = (from + to) / 2
        elements.append(
            "<path class=\"line\" d=\"M\(from + 2) \(fromY + 27)H\(middle)V\(toY + 27)H\(to - 3)\"/>"
        )
    }

    /// A dashed arrow along a line and up into the box above its end.
    mutating func riser(from: Int, to: Int, fromY: Int, toY: Int) {
        elements.append(
            "<path class=\"later\" d=\"M\(from + 2) \(fromY + 27)H\(to)V\(toY + Self.height + 3)\"/>"
        )
    }

    /// The whole picture.
    var text: String {
        let height = next + 20
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
            width="\(width)" height="\(height)" role="img" aria-labelledby="title" \
            font-family="system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif">
            <title id="title">\(title.xml)</title>
            \(Self.style)
            <rect class="panel" x=".5" y=".5" width="\(width - 1)" height="\(height - 1)" rx="12"/>
            \(elements.joined(separator: "\n"))
            </svg>
            """
    }

    private static let style = """
        <style>
        .panel { fill: #ffffff; stroke: #d0d7de; }
        .band { fill: #f6f8fa; stroke: #d0d7de; }
        .box { fill: #ffffff; stroke: #57606a; stroke-width: 1.5; }
        .way { fill: #eaf2fd; stroke: #2f6fc4; stroke-width: 1.5; }
        .act { fill: #fdf0e3; stroke: #c2660c; stroke-width: 1.5; }
        .key { fill: #e6f4ea; stroke: #2b7a41; stroke-width: 1.5; }
        .name { fill: #1f2328; font: 600 13.5px ui-monospace, 'DejaVu Sans Mono', Menlo, \
        Consolas, monospace; text-anchor: middle; }
        .note { fill: #57606a; font-size: 12.5px; text-anchor: middle; }
        .left { text-anchor: start; }
        .head { fill: #57606a; font-size: 13px; font-weight: 600; letter-spacing: .06em; }
        .line, .seen, .later { stroke: #57606a; stroke-width: 1.8; fill: none; \
        marker-end: url(#tip); }
        .seen { stroke: #c2660c; stroke-dasharray: 2 5; }
        .later { stroke: #8c959f; stroke-dasharray: 7 5; }
        .tip { fill: #57606a; }
        @media (prefers-color-scheme: dark) {
        .panel { fill: #0d1117; stroke: #30363d; }
        .band { fill: #151b23; stroke: #30363d; }
        .box { fill: #212830; stroke: #9198a1; }
        .way { fill: #12263f; stroke: #6aa5f2; }
        .act { fill: #36220d; stroke: #eda25c; }
        .key { fill: #12301c; stroke: #63c081; }
        .name { fill: #f0f6fc; }
        .note, .head { fill: #a9b1ba; }
        .line { stroke: #a9b1ba; }
        .tip { fill: #a9b1ba; }
        }
        </style>
        <defs><marker id="tip" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="6" \
        markerHeight="6" orient="auto"><path class="tip" d="M0 0 10 5 0 10z"/></marker></defs>
        """
}

extension String {
    /// Text for an XML document; characters that XML does not allow are left out.
    fileprivate var xml: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { $0.value >= 0x20 }))
            .replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}

import ArgumentParser

/// Rows of cells under a heading.
struct Table {
    /// How a table is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// For a terminal: aligned columns.
        case text
        /// For a page.
        case markdown
        /// For a spreadsheet (RFC 4180).
        case csv
    }

    /// The names of the columns.
    let heading: [String]

    /// Each has as many cells as the heading.
    var rows: [[String]] = []

    /// Makes an empty table.
    init(_ heading: [String]) {
        self.heading = heading
    }

    /// The table without a line feed at its end.
    func written(as format: Format) -> String {
        switch format {
        case .text: text
        case .markdown:
            ([heading, heading.map { _ in "---" }] + rows.map { $0.map(Self.markdown) })
                .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
        case .csv:
            ([heading] + rows).map { $0.map(Self.csv).joined(separator: ",") }
                .joined(separator: "\n")
        }
    }

    private var text: String {
        let lines = [heading] + rows
        let widths = heading.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        let rule = widths.map { String(repeating: "-", count: $0) }
        return ([heading, rule] + rows).map { line in
            zip(line, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }.joined(separator: "  ").trimmedAtEnd
        }.joined(separator: "\n")
    }

    private static func markdown(_ cell: String) -> String {
        cell.replacing("|", with: "\\|").replacing("\n", with: " ")
    }

    /// A quote in front keeps a spreadsheet from running a cell as a formula.
    private static func csv(_ cell: String) -> String {
        let cell = cell.first.map { "=+@".contains($0) } ?? false ? "'" + cell : cell
        guard cell.contains(where: { ",\"\n\r".contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}

extension String {
    fileprivate var trimmedAtEnd: Substring {
        var rest = self[...]
        while rest.last == " " { rest.removeLast() }
        return rest
    }
}

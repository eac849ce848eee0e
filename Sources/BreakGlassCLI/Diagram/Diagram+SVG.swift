import AccessPlan

extension Diagram {
    /// The picture as SVG: boxes as wide as their text, one line per access path, the alert path below.
    var svg: String {
        let columns = [ways.map(\.key), ways.map(\.entrance), ways.map(\.destination)]
            .map { $0.map(Canvas.width).max() ?? 0 }
        let steps = path + [subscribers]
        var widths = steps.map(Canvas.width)
        // The second line of the alert path is below its first two boxes.
        widths[0] = max(widths[0], identityProvider.map(Canvas.width) ?? 0)
        widths[1] = max(widths[1], standby.map(Canvas.width) ?? 0)
        let width = max(
            columns.reduce(0, +) + 2 * Canvas.gap,
            widths.reduce(0, +) + (steps.count - 1) * Canvas.step)
        var canvas = Canvas(
            width: width + 2 * Canvas.margin, title: "\(organization): emergency access to AWS")
        draw(ways, columns, on: &canvas)
        canvas.passage("every use, every attempt and every change is recorded")
        draw(steps, widths, on: &canvas)
        return canvas.text
    }

    private func draw(_ ways: [WaysIn.Way], _ widths: [Int], on canvas: inout Canvas) {
        canvas.band(
            lines: ways.count,
            head: ways.isEmpty ? "NO ACCESS PATH" : "ACCESS PATHS, CLOSED UNTIL AN EMERGENCY"
        )
        for (line, way) in ways.enumerated() {
            let y = canvas.top + line * Canvas.row
            var x = Canvas.margin
            for (column, box) in [way.key, way.entrance, way.destination].enumerated() {
                let end = x + widths[column]
                canvas.box(
                    box, x: x, y: y, width: widths[column], kind: column == 0 ? "way" : "box")
                if column < 2 { canvas.arrow(from: end, to: end + Canvas.gap, y: y) }
                x = end + Canvas.gap
            }
        }
    }

    private func draw(_ steps: [Box], _ widths: [Int], on canvas: inout Canvas) {
        let lines = standby == nil && identityProvider == nil ? 1 : 2
        canvas.band(lines: lines, head: "ALERT PATH")
        var starts: [Int] = []
        var x = Canvas.margin
        for (index, box) in steps.enumerated() {
            starts.append(x)
            let end = x + widths[index]
            canvas.box(
                box, x: x, y: canvas.top, width: widths[index],
                kind: index == path.count - 1 ? "key" : "act")
            if index < path.count { canvas.arrow(from: end, to: end + Canvas.step, y: canvas.top) }
            x = end + Canvas.step
        }
        let below = canvas.top + Canvas.row
        if let identityProvider {
            canvas.box(identityProvider, x: starts[0], y: below, width: widths[0], kind: "way")
            canvas.turn(
                from: starts[0] + widths[0], to: starts[1], fromY: below, toY: canvas.top)
        }
        if let standby {
            canvas.box(standby, x: starts[1], y: below, width: widths[1], kind: "box")
            canvas.turn(
                from: starts[0] + widths[0], to: starts[1], fromY: canvas.top, toY: below)
            canvas.riser(
                from: starts[1] + widths[1], to: starts[path.count - 1] + 40, fromY: below,
                toY: canvas.top)
        }
    }
}

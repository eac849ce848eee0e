import System
import Time

/// Metrics that CloudWatch reads out of the log: one line, no call, no agent
/// (<https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>).
public struct EmbeddedMetric: Sendable {
    /// CloudWatch's units, as far as they are used.
    public enum Unit: String, Sendable {
        /// A number of things.
        case count = "Count"
        /// A time in milliseconds.
        case milliseconds = "Milliseconds"
        /// A time in seconds.
        case seconds = "Seconds"
        /// A size in bytes.
        case bytes = "Bytes"
    }

    private let namespace: String
    private let dimensions: [(name: String, value: String)]
    private var metrics: [(name: String, value: Double, unit: Unit)] = []

    /// Starts a line.
    ///
    /// - Parameters:
    ///   - namespace: CloudWatch's name space, e.g. `BreakGlass`.
    ///   - dimensions: at most 30. Each combination of values is a metric of its own and is paid
    ///     for as one, so nothing that varies freely belongs here. No secret: it is log text.
    public init(namespace: String, dimensions: KeyValuePairs<String, String> = [:]) {
        self.namespace = namespace
        self.dimensions = dimensions.map { ($0.key, $0.value) }
    }

    /// Adds a value, at most 100 a line. One that is no finite number is left out: CloudWatch would
    /// drop the whole line for it.
    public mutating func add(_ name: String, _ value: Double, unit: Unit = .count) {
        if value.isFinite { metrics.append((name, value, unit)) }
    }

    /// Writes the line to standard output, with the request id for whoever follows the metric back.
    public func emit() {
        Output.standardOutput.write(line(at: World.real.now(), requestID: CurrentRequest.id))
    }

    /// The line's text, its line break included.
    func line(at now: Timestamp, requestID: String?) -> [UInt8] {
        let directive = JSONValue.object([
            ("Namespace", .string(namespace)),
            ("Dimensions", .array([.array(dimensions.map { .string($0.name) })])),
            (
                "Metrics",
                .array(
                    metrics.map {
                        .object([
                            ("Name", .string($0.name)), ("Unit", .string($0.unit.rawValue)),
                        ])
                    })
            ),
        ])
        var members: [(String, JSONValue)] = [
            (
                "_aws",
                .object([
                    ("Timestamp", .integer(now.millisecondsSince1970)),
                    ("CloudWatchMetrics", .array([directive])),
                ])
            )
        ]
        if let requestID { members.append(("requestId", .string(requestID))) }
        members += dimensions.map { ($0.name, .string($0.value)) }
        members += metrics.map { ($0.name, .number($0.value)) }
        var line = JSONValue.object(members).bytes
        line.append(UInt8(ascii: "\n"))
        return line
    }
}

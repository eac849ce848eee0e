import System
import Text
import Time

/// Metrics that CloudWatch extracts from the log: one line, no call, no agent
/// (<https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>).
public struct EmbeddedMetric: Sendable {
    private let namespace: String
    private let dimensions: [(name: String, value: String)]
    private var metrics: [(name: String, value: Double)] = []

    /// Starts a line.
    ///
    /// - Parameters:
    ///   - namespace: CloudWatch's name space, e.g. `BreakGlass`.
    ///   - dimensions: at most 30. Each combination of values is a metric of its own and is
    ///     charged as one, so use no values that vary freely. No secret: it is log text.
    public init(namespace: String, dimensions: KeyValuePairs<String, String> = [:]) {
        self.namespace = namespace
        self.dimensions = dimensions.map { ($0.key, $0.value) }
    }

    /// Adds a number of things, at most 100 per line. A value that is not finite is left out, because CloudWatch
    /// would drop the whole line.
    public mutating func add(_ name: String, _ value: Double) {
        if value.isFinite { metrics.append((name, value)) }
    }

    /// Writes the line to standard output, with the request id, which leads from the metric to the log.
    public func emit() {
        Output.standardOutput.write(line(at: World.real.now(), requestID: CurrentRequest.id))
    }

    /// The line's text, with its line break.
    func line(at now: Timestamp, requestID: String?) -> [UInt8] {
        var out = JSONWriter(capacity: 512)
        out.openObject()
        out.key("_aws")
        out.openObject()
        out.member("Timestamp", Int(now.millisecondsSince1970))
        out.list("CloudWatchMetrics", CollectionOfOne(self)) { $1.writeDirective(to: &$0) }
        out.closeObject()
        if let requestID { out.member("requestId", requestID) }
        for dimension in dimensions {
            out.key(dimension.name)
            out.value(dimension.value)
        }
        for metric in metrics {
            out.key(metric.name)
            out.value(metric.value)
        }
        out.closeObject()
        return out.bytes + [UInt8(ascii: "\n")]
    }

    /// Says which members of the line are metrics, and by which dimensions.
    private func writeDirective(to out: inout JSONWriter) {
        out.openObject()
        out.member("Namespace", namespace)
        out.list("Dimensions", CollectionOfOne(dimensions)) { out, dimensions in
            out.openArray()
            for dimension in dimensions { out.value(dimension.name) }
            out.closeArray()
        }
        out.list("Metrics", metrics) { out, metric in
            out.openObject()
            out.member("Name", metric.name)
            out.member("Unit", "Count")
            out.closeObject()
        }
        out.closeObject()
    }
}

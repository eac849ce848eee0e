internal import Logging
import System
import Text
import Time

/// Writes each log record as one line of JSON, with the fields that Lambda's log filter reads
/// (<https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html>).
struct JSONLineLogHandler: LogHandler {
    let label: String
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let output: Output

    init(label: String, level: Logger.Level, output: Output = .standardError) {
        self.label = label
        logLevel = level
        self.output = output
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        output.write(line(for: event, at: World.real.now(), requestID: CurrentRequest.id))
    }

    /// The record's text, with its line break.
    func line(for event: LogEvent, at now: Timestamp, requestID: String?) -> [UInt8] {
        var out = JSONWriter(capacity: 512)
        out.openObject()
        out.member("timestamp", now.rfc3339)
        out.member("level", event.level.nameInLambda)
        out.member("message", event.message.description)
        if let requestID { out.member("requestId", requestID) }
        out.member("logger", label)
        if let error = event.error { out.member("error", String(describing: error)) }
        // The record's own metadata wins over the logger's, that over the provider's.
        let all = (metadataProvider?.get() ?? [:])
            .merging(metadata) { $1 }
            .merging(event.metadata ?? [:]) { $1 }
        if !all.isEmpty {
            out.key("metadata")
            out.metadata(all)
        }
        out.closeObject()
        return out.bytes + [UInt8(ascii: "\n")]
    }
}

extension Logger.Level {
    /// Lambda's word for the level.
    fileprivate var nameInLambda: String {
        switch self {
        case .trace: "TRACE"
        case .debug: "DEBUG"
        case .info, .notice: "INFO"
        case .warning: "WARN"
        case .error: "ERROR"
        case .critical: "FATAL"
        }
    }
}

extension JSONWriter {
    /// Metadata as an object, sorted by name: equal records give equal lines.
    fileprivate mutating func metadata(_ metadata: Logger.Metadata) {
        openObject()
        for (name, value) in metadata.sorted(by: { $0.key < $1.key }) {
            key(name)
            self.metadata(value)
        }
        closeObject()
    }

    private mutating func metadata(_ value: Logger.MetadataValue) {
        switch value {
        case .string(let text): self.value(text)
        case .stringConvertible(let value): self.value(value.description)
        case .dictionary(let members): metadata(members)
        case .array(let elements):
            openArray()
            for element in elements { metadata(element) }
            closeArray()
        }
    }
}

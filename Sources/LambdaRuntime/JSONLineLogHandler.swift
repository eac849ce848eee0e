internal import Logging
import System
import Time

/// Writes each log record as one line of JSON, with the fields Lambda's log filter knows
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

    /// The record's text, its line break included.
    func line(for event: LogEvent, at now: Timestamp, requestID: String?) -> [UInt8] {
        var record: [(String, JSONValue)] = [
            ("timestamp", .string(now.rfc3339)),
            ("level", .string(event.level.nameInLambda)),
            ("message", .string(event.message.description)),
        ]
        if let requestID { record.append(("requestId", .string(requestID))) }
        record.append(("logger", .string(label)))
        if let error = event.error {
            record.append(("error", .string(String(describing: error))))
        }
        // The closest one wins: the record's own, then the logger's, then the provider's.
        let all = (metadataProvider?.get() ?? [:])
            .merging(metadata) { $1 }
            .merging(event.metadata ?? [:]) { $1 }
        if !all.isEmpty { record.append(("metadata", .metadata(all))) }
        var line = JSONValue.object(record).bytes
        line.append(UInt8(ascii: "\n"))
        return line
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

extension JSONValue {
    /// Metadata as an object, sorted by name: equal records give equal lines.
    fileprivate static func metadata(_ metadata: Logger.Metadata) -> JSONValue {
        .object(metadata.sorted { $0.key < $1.key }.map { ($0.key, value(of: $0.value)) })
    }

    private static func value(of value: Logger.MetadataValue) -> JSONValue {
        switch value {
        case .string(let text): .string(text)
        case .stringConvertible(let value): .string(value.description)
        case .dictionary(let members): metadata(members)
        case .array(let elements): .array(elements.map(Self.value(of:)))
        }
    }
}

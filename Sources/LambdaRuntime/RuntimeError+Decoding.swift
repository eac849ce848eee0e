extension RuntimeError {
    /// Describes where and why an event is not what the handler expects, without the value.
    public static func unreadable(_ error: DecodingError) -> RuntimeError {
        switch error {
        case .keyNotFound(let key, let context):
            .unreadableEvent("\(path(context.codingPath)) has no \(key.stringValue)")
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            .unreadableEvent("\(path(context.codingPath)): \(context.debugDescription)")
        @unknown default:
            .unreadableEvent("it has an unexpected form")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.isEmpty ? "the event" : keys.map(\.stringValue).joined(separator: ".")
    }
}

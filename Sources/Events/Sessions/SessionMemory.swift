public import Alerts

/// The links of the events of one run, without a state table.
public struct SessionMemory: Sendable {
    /// By session, then by key.
    private var links: [String: [String: SessionLink]] = [:]

    /// Remembers nothing yet.
    public init() {}

    /// Joins an alert to the sign-in that earlier events began.
    public mutating func origin(of alert: Alert, _ hop: SessionHop) -> SessionOrigin? {
        var origin: SessionOrigin?
        for session in hop.callerSessions where origin == nil {
            origin = hop.origin(
                from: Array(links[session, default: [:]].values), of: session)
        }
        guard let (session, link, replacing) = hop.link(of: alert, origin) else { return origin }
        let kept = replacing ? nil : links[session]?[link.accessKeyID]
        links[session, default: [:]][link.accessKeyID] = kept ?? link
        return SessionOrigin(kept ?? link)
    }
}

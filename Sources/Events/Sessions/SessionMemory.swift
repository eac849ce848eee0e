public import Alerts

/// The links of the events of one run, without a state table.
public struct SessionMemory: Sendable {
    /// By session, then by key.
    private var links: [String: [String: SessionLink]] = [:]

    /// Remembers nothing yet.
    public init() {}

    /// Joins an alert to the sign-in that earlier events began.
    public mutating func origin(of alert: Alert, _ hop: SessionHop) -> SessionOrigin? {
        let known = hop.callerSession.flatMap { links[$0]?.values }.map(Array.init)
        let origin = hop.origin(from: known ?? [])
        guard let (session, link, replacing) = hop.link(of: alert, origin) else { return origin }
        let kept = replacing ? nil : links[session]?[link.accessKeyID]
        links[session, default: [:]][link.accessKeyID] = kept ?? link
        return SessionOrigin(kept ?? link)
    }
}

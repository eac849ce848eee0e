import Partitions
import Text

extension Alert {
    /// Pages of the console that show what happened and where to stop it.
    func consoleLinks(runbook: String?) -> [Link] {
        var links: [Link] = []
        if let runbook, runbook.isSafeURL {
            let section = runbook.utf8.contains(UInt8(ascii: "#")) ? "" : "#\(runbookSection)"
            links.append(Link(name: "runbook", url: runbook + section))
        }
        guard let console = consoleHost, kind != .drift, kind != .canary, kind != .idpChange else {
            return links
        }
        if let name = safeRoleName ?? actingRole?.name, endsAtSession, !isFailure,
            let url = page("iam/home#/roles/details/\(name.urlEncoded)?section=revoke_sessions")
        {
            links.append(Link(name: "revokeSessions", url: url))
        }
        if let name = safeChangedUser ?? safeActorName, let url = userPage(name) {
            links.append(Link(name: "user", url: url))
        }
        if kind == .tamper, safeChangedUser == nil, let resourcePage {
            links.append(Link(name: "resource", url: resourcePage))
        }
        guard let region = regionalPlace else { return links }
        let trail = "https://\(console)/cloudtrailv2/home?region=\(region)#/events"
        if let id, !id.isEmpty, id.utf8.allSatisfy(Link.isIDByte) {
            links.append(Link(name: "event", url: "\(trail)/\(id)"))
        }
        let key = session.issuedAccessKeyID ?? principal.accessKeyID
        if let key, !key.isEmpty, key.consists(of: .alphanumerics) {
            links.append(Link(name: "whatThisKeyDid", url: "\(trail)?AccessKeyId=\(key)"))
        }
        return links
    }

    /// A page of the console of the partition where it happened; `nil` where its host is not known.
    func page(_ path: String) -> String? {
        consoleHost.map { "https://\($0)/\(path)" }
    }

    /// The event history of the Region where it happened, by one attribute.
    func historyPage(_ query: String?) -> String? {
        regionalPlace.flatMap {
            page("cloudtrailv2/home?region=\($0)#/events" + (query.map { "?\($0)" } ?? ""))
        }
    }

    /// The console's host in the partition where the act was recorded; `nil` where it is not known.
    private var consoleHost: String? {
        Self.consoleHosts[partition]
    }

    /// By the partition's name: an alert asks ten times, and a copy of a partition costs more.
    private static let consoleHosts: [String: String] = Partition.all.reduce(into: [:]) {
        $0[$1.name] = $1.consoleHost
    }

    /// The partition, from the first ARN that has a known one, otherwise from the Region.
    var partition: String {
        Self.partition(of: principal.arn) ?? Self.partition(of: role.arn)
            ?? Self.partition(of: role.assumedRoleARN) ?? Self.partition(of: resource.arn)
            ?? Partition(region: awsRegion ?? region ?? "").name
    }

    private static func partition(of arn: String?) -> String? {
        guard let name = arn?.partOfARN(1), Partition.names.contains(name) else { return nil }
        return name
    }
}

extension Alert.Link {
    static func isIDByte(_ byte: UInt8) -> Bool {
        ByteSet.alphanumerics.contains(byte) || byte == UInt8(ascii: "-")
    }
}

extension String {
    /// Percent-encoded for a path segment or a query value.
    var urlEncoded: String {
        if consists(of: .unreserved) { return self }
        var bytes: [UInt8] = []
        for byte in utf8 {
            if ByteSet.unreserved.contains(byte) {
                bytes.append(byte)
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                bytes.append(contentsOf: "%\(byte < 16 ? "0" : "")\(hex)".utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

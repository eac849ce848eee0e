import AWSClient
import Snapshots
import System
import Time

/// When passwords were last set, from IAM's credential report: no other call returns it. Source:
/// IAM User Guide, "Generate credential reports for your AWS account".
struct CredentialReport: Sendable {
    private let dates: Observed<[String: String]>

    /// Reads a report, or keeps the reason if it is unavailable.
    init(_ text: Observed<String>) {
        switch text {
        case .observed(let text): dates = Self.dates(in: text)
        case .unavailable(let why): dates = .unavailable(why)
        }
    }

    /// When a user's password was last set: seconds since 1970.
    func date(of user: String) -> Observed<Int> {
        let part = "the password's age of \(user)"
        switch dates {
        case .unavailable(let why): return .unavailable(why)
        case .observed(let dates):
            // The report may be four hours older than the user, or than the password.
            guard let text = dates[user] else {
                return .unavailable(Unavailable(part, .notReached, detail: "not in the report yet"))
            }
            guard let moment = Timestamp(iso8601: text) else {
                return .unavailable(
                    Unavailable(part, .malformed, detail: "the report says \(text.prefix(40))"))
            }
            return .observed(Int(moment.secondsSince1970))
        }
    }

    private static func dates(in text: String) -> Observed<[String: String]> {
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first, let user = header.firstIndex(of: "user"),
            let changed = header.firstIndex(of: "password_last_changed")
        else {
            return .unavailable(Unavailable("the credential report", .malformed))
        }
        var dates: [String: String] = [:]
        for line in lines.dropFirst() where line.count == header.count {
            dates[line[user]] = line[changed]
        }
        return .observed(dates)
    }
}

extension Place {
    /// Requests the report, waits for it, reads it.
    func passwordDates() async -> CredentialReport {
        let part = "the credential report"
        let text = await observe { () throws(Unavailable) in
            // It takes two or three seconds in an account with few users.
            for _ in 0..<15 {
                if try await send(part, IAM.generateCredentialReport()) {
                    return try await send(part, IAM.getCredentialReport())
                }
                guard deadline.remaining(in: client.world) > .seconds(4) else { break }
                await client.world.wait(.seconds(2))
            }
            throw Unavailable(part, .notReached, detail: "IAM was still making it")
        }
        return CredentialReport(text)
    }
}

import AWSClient
import AccessPlan
import Snapshots
import Text
import Time

extension Part {
    /// Who opened a session on a planned role or as a break-glass user, as far back as the longest
    /// session lasts, in every Region: each records its own.
    ///
    /// Every sign-in begins in this account, with an assertion or with a break-glass user. The next
    /// session, of a role in another account, is not looked up: with many accounts, the checker
    /// itself assumes more roles per night than CloudTrail's history can be searched for.
    static let sessions = Part("sessions") { place in
        let regions = await place.list("the Regions of account \(place.account)") {
            Account.listRegions(token: $0)
        }
        let since = place.startedAt - 12 * 3600
        let lookups =
            [CloudTrail.Lookup.eventName("AssumeRoleWithSAML"), .eventName("ConsoleLogin")]
            + place.plan.breakGlassUsers.map { .userName($0) }
        let lists = await each(of: regions.items) { region in
            await each(of: lookups) { lookup in
                await place.list("CloudTrail's event history in \(region)", in: region) {
                    CloudTrail.lookupEvents(lookup, since: since, token: $0)
                }
            }
        }.flatMap { $0 }
        let reader = SessionReader(plan: place.plan)
        let starts = lists.flatMap(\.items).map(reader.read)
        let unread =
            regions.unread ?? lists.lazy.compactMap(\.unread).first
            ?? starts.lazy.compactMap(\.unread).first
        var seen: Set<Snapshot.SessionStart> = []
        let found = starts.compactMap { $0.value ?? nil }.filter { seen.insert($0).inserted }
        return { $0.emergencyAccount.sessions = Listing(found, unread: unread) }
    }
}

/// Reads an event of CloudTrail's history that begins a session. Source: CloudTrail User Guide,
/// "CloudTrail record contents".
struct SessionReader: Sendable {
    private let plan: Plan
    private let users: Set<String>

    init(plan: Plan) {
        self.plan = plan
        users = Set(plan.breakGlassUsers)
    }

    /// The start of a watched session; `.observed(nil)` for another event.
    func read(_ text: String) -> Observed<Snapshot.SessionStart?> {
        guard let event = JSON(Array(text.utf8)), let name = event["eventName"]?.string,
            let time = event["eventTime"]?.string.flatMap({ Timestamp(iso8601: $0) })
        else {
            return .unavailable(Unavailable("an event in CloudTrail's history", .malformed))
        }
        // A denied call begins no session.
        if event["errorCode"] != nil { return .observed(nil) }
        let caller = event["userIdentity"]
        let answer = event["responseElements"]
        let expires = answer?["credentials"]?["expiration"]?.string
            .flatMap { Timestamp(cloudTrail: $0) ?? Timestamp(iso8601: $0) }
        let role = event["requestParameters"]?["roleArn"]?.string
        let user = caller?["userName"]?.string
        let arn: String
        switch name {
        case "AssumeRole", "AssumeRoleWithSAML", "SwitchRole":
            guard let role = role ?? answer?["roleArn"]?.string, plan.isPlannedRole(role) else {
                return .observed(nil)
            }
            arn = role
        case "ConsoleLogin":
            guard answer?["ConsoleLogin"]?.string != "Failure" else { return .observed(nil) }
            fallthrough
        case "GetSessionToken", "GetFederationToken":
            guard caller?["type"]?.string == "IAMUser", let user, users.contains(user) else {
                return .observed(nil)
            }
            arn = plan.userARN(user)
        default: return .observed(nil)
        }
        let account = role.flatMap { (try? ARN($0))?.account } ?? plan.emergencyAccount
        let person =
            event["requestParameters"]?["sourceIdentity"]?.string ?? answer?["subject"]?.string
            ?? user ?? event["requestParameters"]?["roleSessionName"]?.string ?? "somebody"
        return .observed(
            Snapshot.SessionStart(
                eventName: name, time: Int(time.secondsSince1970), arn: arn, person: person,
                expires: expires.map { Int($0.secondsSince1970) }, account: account))
    }
}

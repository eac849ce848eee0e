import AccessPlan
import Alerts
import Events
import FoundationEssentials

/// Prints the microseconds per event, the best of many rounds.
///
/// `measure WHAT EVENT SECONDS`. For a profiler, a negative number is the number of events. WHAT is
/// `message` (decode, decide, write every body, encode), `delivery` (our scanner alone) or `codable`
/// (FoundationEssentials' JSONDecoder into a type with the same members).
@main enum Measure {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let seconds = Double(arguments[3]) else {
            print("usage: events-benchmark message|delivery|codable EVENT SECONDS")
            return
        }
        let event = [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))
        let reader = EventReader(plan: plan)
        let decoder = JSONDecoder()
        switch arguments[1] {
        case "message":
            precondition(reader.alert(from: event, now: 1_782_907_500).due)
            report(event, seconds) {
                reader.alert(from: event, now: 1_782_907_500).encodedMessage.count
            }
        case "delivery":
            report(event, seconds) { Delivery(event).unreadable ? 0 : 1 }
        default:
            report(event, seconds) {
                let delivery = try? decoder.decode(TypedDelivery.self, from: Data(event))
                return delivery?.detail.eventName?.utf8.count ?? 0
            }
        }
    }

    static func report(_ event: [UInt8], _ seconds: Double, _ work: () -> Int) {
        if seconds < 0 {
            for _ in 0..<Int(-seconds) { _ = work() }
            return
        }
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        let count = max(1, 200_000 / event.count)
        var best = Duration.seconds(1_000)
        var sum = 0
        while clock.now < end {
            let took = clock.measure {
                for _ in 0..<count { sum &+= work() }
            }
            best = min(best, took / count)
        }
        precondition(sum > 0)
        let (whole, fraction) = best.components
        let hundredths = whole * 100_000_000 + fraction / 10_000_000_000
        print("\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)")
    }

    static let plan: Plan = {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.regions.standby = "us-west-2"
        plan.breakGlassUsers = ["BreakglassUser1", "BreakglassUser2"]
        plan.identityProvider = Plan.IdentityProvider(kind: .okta)
        plan.accounts = [
            Plan.Account(number: 1, id: "111122223333", name: "production", roles: ["RO", "Ops"])
        ]
        return plan
    }()
}

/// A typed decoding of the same members.
struct TypedDelivery: Decodable {
    struct Detail: Decodable {
        var eventName: String?
        var eventSource: String?
        var eventType: String?
        var eventTime: String?
        var eventID: String?
        var sharedEventID: String?
        var awsRegion: String?
        var recipientAccountId: String?
        var sourceIPAddress: String?
        var userAgent: String?
        var errorCode: String?
        var errorMessage: String?
        var readOnly: Bool?
        var userIdentity: Identity?
        var requestParameters: Request?
        var responseElements: Response?
        var resources: [Resource]?
    }

    struct Identity: Decodable {
        var type: String?
        var principalId: String?
        var arn: String?
        var accountId: String?
        var accessKeyId: String?
        var userName: String?
        var sessionContext: Context?
    }

    struct Context: Decodable {
        struct Issuer: Decodable {
            var arn: String?
            var userName: String?
        }
        struct Attributes: Decodable {
            var creationDate: String?
            var mfaAuthenticated: String?
        }
        var sessionIssuer: Issuer?
        var attributes: Attributes?
    }

    /// The members that decide some kind of event.
    struct Request: Decodable {
        var roleArn: String?
        var roleSessionName: String?
        var userName: String?
        var roleName: String?
        var name: String?
        var keyId: String?
        var topicArn: String?
        var functionName: String?
    }

    struct Response: Decodable {
        struct Credentials: Decodable {
            var accessKeyId: String?
            var expiration: String?
        }
        struct AssumedRole: Decodable {
            var arn: String?
            var assumedRoleId: String?
        }
        var credentials: Credentials?
        var assumedRoleUser: AssumedRole?
    }

    struct Resource: Decodable {
        var ARN: String?
    }

    enum CodingKeys: String, CodingKey {
        case id, detailType = "detail-type", source, account, region, time, detail
    }

    var id: String?
    var detailType: String?
    var source: String?
    var account: String?
    var region: String?
    var time: String?
    var detail: Detail
}

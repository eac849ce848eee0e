import AWSClient
import AccessPlan
import Deployment
import System
import Text

/// Makes the checker send canaries.
///
/// The checker sends ten a second. Each call orders so many that it takes half a minute: a connection
/// that is silent for minutes is cut by many networks.
struct CanarySender: Sendable {
    let site: Site
    let home: String
    let run: String
    let ledger: HearingLedger
    let deadline: Deadline

    /// How many canaries one call orders.
    static let portion = 300

    /// How long one call may take.
    private static let patience = Duration.seconds(120)

    /// Orders them all, or as many as there is time for.
    func send(_ places: [Heard.Place]) async {
        let world = site.client.world
        for begin in stride(from: 0, to: places.count, by: Self.portion) {
            let portion = places[begin..<min(begin + Self.portion, places.count)]
            if deadline.hasPassed(in: world) || Task.isCancelled {
                for place in portion { ledger.giveUp(place, "the time was over before its turn") }
                continue
            }
            do throws(Obstacle) {
                let unsent = try await order(Array(portion))
                for place in portion {
                    // The reason for a whole account is under the account's id alone.
                    if let why = unsent["\(place.account)/\(place.region)"] ?? unsent[place.account]
                    {
                        ledger.giveUp(place, why)
                    }
                }
            } catch {
                guard Task.isCancelled else { return ledger.fail(error) }
                for place in portion { ledger.giveUp(place, "the time was over meanwhile") }
            }
        }
    }

    /// Orders canaries with one call.
    /// - Returns: why some were not sent, by `ACCOUNT/REGION`.
    private func order(_ places: [Heard.Place]) async throws(Obstacle) -> [String: String] {
        let words = places.map { JSON.string("\($0.account)/\($0.region)") }
        let call = Lambda.invoke(
            AlertPathNames.checker,
            payload: ["task": "canary", "run": .string(run), "places": .array(words)],
            within: Self.patience)
        let result: Lambda.Invocation
        do throws(AWS.Failure) {
            result = try await site.client.send(
                call, in: home, as: site.caller,
                before: site.client.world.deadline(after: Self.patience * 3 / 2))
        } catch .refused(let error, _) where error.isNotFound {
            throw obstacle(
                "does not exist, so no canary can be sent",
                hint: "deploy with the package of drift-checker")
        } catch {
            throw Obstacle(error, at: site, home, AlertPathNames.checker)
        }
        let answer = JSON(result.payload)
        if result.functionError != nil {
            let reason = answer?["errorMessage"]?.string ?? "Lambda gives no reason"
            throw obstacle(
                "failed: \(reason.prefix(300))",
                hint: "aws logs tail /aws/lambda/\(AlertPathNames.checker) --region \(home)")
        }
        guard let answer, answer["run"]?.string == run else {
            throw obstacle(
                "runs code of another release, which knows no canaries of deployments",
                hint: "deploy the functions of this release")
        }
        return (answer["notSent"]?.object ?? [:]).compactMapValues(\.string)
    }

    private func obstacle(_ reason: String, hint: String) -> Obstacle {
        Obstacle(
            account: site.account, region: home, AlertPathNames.checker, reason, hint: hint)
    }
}

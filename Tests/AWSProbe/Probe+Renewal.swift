import AWSClient
import System
import Text

extension Probe {
    /// Asks STS who calls, `count` times over one client with a `pause` of milliseconds in between, as a
    /// process does that lives long: each answer, or the error.
    func whoAmIRepeatedly() throws -> JSON {
        let client =
            parameters["cli"] == nil
            ? try AWS.Client(world: world)
            : try AWS.Client.forProfile(parameters["profile"], in: world)
        return .array(
            (0..<(Int(self["count"]) ?? 1)).map { _ in
                defer { world.block(.milliseconds(Int(self["pause"]) ?? 0)) }
                return answer {
                    try client.send(
                        STS.getCallerIdentity(), before: world.deadline(after: .seconds(10)))
                }
            })
    }

    /// The same, with the client for many and its shared caller.
    func whoAmIConcurrently() async throws -> JSON {
        let (client, caller) =
            parameters["cli"] == nil
            ? (try AWS.ConcurrentClient(world: world), try AWS.Caller(world: world))
            : try AWS.ConcurrentClient.forProfile(parameters["profile"], in: world)
        var answers: [JSON] = []
        for _ in 0..<(Int(self["count"]) ?? 1) {
            do {
                let identity = try await client.send(
                    STS.getCallerIdentity(), in: "eu-west-1", as: caller,
                    before: world.deadline(after: .seconds(10)))
                answers.append(.string(identity.account))
            } catch {
                answers.append(.string("\(error)"))
            }
            await world.wait(.milliseconds(Int(self["pause"]) ?? 0))
        }
        return .array(answers)
    }

    private func answer(_ send: () throws -> STS.Identity) -> JSON {
        do {
            return .string(try send().account)
        } catch {
            return .string("\(error)")
        }
    }
}

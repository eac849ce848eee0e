import Testing

@testable import Rollout

struct HeardTests {
    private static func heard(
        _ missing: [String: Heard.Miss] = [:], standby: Set<String>? = nil,
        obstacle: Obstacle? = nil
    ) -> Heard {
        let all = (0..<1_700).map { "111122223333/r-\($0)" }
        let place = HearingTests.place
        return Heard(
            run: "0123456789abcdef",
            heard: Dictionary(
                uniqueKeysWithValues: all.dropFirst(missing.count).map {
                    (place($0), .seconds(200))
                }),
            missing: Dictionary(uniqueKeysWithValues: missing.map { (place($0), $1) }),
            standby: standby.map {
                Heard.Standby(
                    region: "us-west-2", missing: Set($0.map(place)), obstacle: obstacle)
            }, time: .seconds(200))
    }

    @Test func `a whole hearing says what is proven, and what is not`() {
        let heard = Self.heard(standby: [])
        #expect(heard.isWhole)
        #expect(
            heard.summary == [
                "heard all 1,700 canaries through the topic, after 3 min 20 s",
                "the hub in us-west-2 recorded them too: it is proven up to its enricher; its "
                    + "publisher and topic are silent while home speaks",
            ])
        #expect(heard.obstacles(home: "eu-west-1").isEmpty)
    }

    @Test func `what was not heard is named, the Regions of an account together`() {
        let heard = Self.heard([
            "111122223333/us-east-1": .lost, "111122223333/eu-west-1": .lost,
            "444455556666/eu-west-1": .notSent("AccessDenied"),
            "777788889999/eu-west-1": .notPublished,
        ])
        #expect(heard.summary == ["heard 1,696 of 1,700 canaries within 3 min 20 s"])
        let obstacles = heard.obstacles(home: "eu-west-1")
        #expect(obstacles.map(\.account) == ["111122223333", "444455556666", "777788889999"])
        #expect(obstacles.first?.region == "eu-west-1, us-east-1")
        #expect(
            obstacles.map(\.reason) == [
                "was sent and did not reach the hub in eu-west-1", "was not sent: AccessDenied",
                "reached event-enricher in eu-west-1 and did not come out of topic breakglass-alerts",
            ])
        #expect(obstacles.allSatisfy { $0.hint?.isEmpty == false })
    }

    @Test func `the standby Region's gaps are named, too`() {
        let heard = Self.heard(standby: ["111122223333/r-1"])
        #expect(!heard.isWhole)
        #expect(heard.summary.last == "the hub in us-west-2 did not record 1 of them")
        let obstacles = heard.obstacles(home: "eu-west-1")
        #expect(obstacles.map(\.reason) == ["did not reach the hub in us-west-2"])
    }

    @Test func `a standby table that cannot be read proves nothing`() {
        let obstacle = Obstacle("breakglass-state", "no answer")
        let heard = Self.heard(standby: [], obstacle: obstacle)
        #expect(!heard.isWhole && heard.summary.count == 1)
        #expect(heard.obstacles(home: "eu-west-1") == [obstacle])
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")])
    func `numbers are grouped`(number: Int, text: String) {
        #expect(number.grouped == text)
    }
}

import Rollout
import Testing

@Suite struct ObstacleTests {
    @Test func `It says where, what, why and what to do`() {
        let obstacle = Obstacle(
            account: "111122223333", region: "eu-west-1", "breakglass-hub", "Rate exceeded",
            hint: "run it again")
        #expect(
            "\(obstacle)"
                == "account 111122223333, eu-west-1, breakglass-hub: Rate exceeded\nhint: run it again"
        )
        #expect("\(Obstacle("the plan", "it is empty"))" == "the plan: it is empty")
    }
}

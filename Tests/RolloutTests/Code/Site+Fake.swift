import FakeAWS

@testable import Rollout

extension Site {
    /// The emergency access account of a fake AWS.
    static func fake(_ cloud: FakeCloud) -> Site {
        Site(
            account: "123456789012", arn: "arn:aws:iam::123456789012:role/Rollout",
            client: cloud.client, caller: FakeCloud.caller())
    }
}

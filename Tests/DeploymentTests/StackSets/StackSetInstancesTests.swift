import Deployment
import Testing

@Suite struct StackSetInstancesTests {
    private static let matrix = """
        111111111111\teu-west-1\tcovered\t-
        111111111111\tus-east-2\tcovered\t-
        111111111111\tap-east-1\tcovered\t-
        222222222222\teu-west-1\tcovered\t-
        222222222222\tus-east-2\tdenied\tpolicy p-1 denies it
        222222222222\tap-east-1\toff\tit is not enabled in this account
        333333333333\teu-west-1\tcovered\t-
        333333333333\tus-east-2\tcovered\t-
        333333333333\tap-east-1\tunknown\tAccessDenied
        444444444444\teu-west-1\tcovered\t-
        555555555555\teu-west-1\tunreached\tit is outside of ou-1
        555555555555\tap-east-1\toff\tit is not enabled in this account
        """

    private func lines(
        _ instances: String = "", accounts: Set<String>? = nil, region: String? = nil
    ) -> [String] {
        StackSetInstances(
            matrix: Self.matrix, instances: instances, accounts: accounts, region: region,
            leftOut: ["444444444444"]
        ).operations.map { $0.line.replacing("\t", with: " | ") }
    }

    @Test func `a Region goes to all, to all but some, or to some`() {
        #expect(
            lines() == [
                "create | INTERSECTION | 111111111111 | ap-east-1",
                "create | NONE | - | eu-west-1",
                "create | DIFFERENCE | 222222222222 | us-east-2",
            ])
    }

    @Test func `what is there is left alone, and what is missing is named`() {
        let there = """
            111111111111\tap-east-1\tCURRENT
            111111111111\teu-west-1\tCURRENT
            222222222222\teu-west-1\tCURRENT
            222222222222\tus-east-2\tOUTDATED
            111111111111\tus-east-2\tCURRENT
            """
        #expect(lines(there) == ["create | INTERSECTION | 333333333333 | eu-west-1 us-east-2"])
        let ignored = StackSetInstances(
            matrix: Self.matrix, instances: there, accounts: nil, region: nil,
            leftOut: ["444444444444"]
        ).ignored
        #expect(ignored == [.init(account: "222222222222", region: "us-east-2")])
    }

    @Test func `roles go to planned accounts alone, and leave those that are not planned`() {
        let there = """
            222222222222\teu-west-1\tCURRENT
            333333333333\teu-west-1\tCURRENT
            999999999999\teu-west-1\tINOPERABLE
            """
        let planned: Set = ["111111111111", "222222222222", "444444444444", "555555555555"]
        #expect(
            lines(there, accounts: planned, region: "eu-west-1") == [
                "delete | INTERSECTION | 333333333333 | eu-west-1",
                "create | INTERSECTION | 111111111111 | eu-west-1",
            ])
    }

    @Test func `nothing is left to do the second time`() {
        let there = "111111111111\teu-west-1\n222222222222\teu-west-1\n333333333333\teu-west-1"
        #expect(lines(there, region: "eu-west-1").isEmpty)
    }
}

import Testing

@testable import Checker

struct CanaryOrderTests {
    private func task(_ event: String) throws -> CheckerTask {
        try CheckerTask(event: Array(event.utf8))
    }

    @Test func `an order names its run and its places`() throws {
        let event = """
            {"task":"canary","run":"0123456789abcdef","places":["111122223333/eu-west-1"]}
            """
        let place = CanaryOrder.Place(account: "111122223333", region: "eu-west-1")
        let order = CanaryOrder(run: "0123456789abcdef", places: [place])
        #expect(try task(event) == .deploymentCanaries(order))
    }

    @Test func `an order without places is for everywhere`() throws {
        #expect(
            try task(#"{"task":"canary","run":"0123456789abcdef"}"#)
                == .deploymentCanaries(CanaryOrder(run: "0123456789abcdef")))
    }

    @Test(arguments: [
        #""run":1"#, #""run":"0123""#, #""run":"0123456789ABCDEF""#,
        #""run":"0123456789abcdef","places":{}"#,
        #""run":"0123456789abcdef","places":["111122223333"]"#,
        #""run":"0123456789abcdef","places":["1111/eu-west-1"]"#,
        #""run":"0123456789abcdef","places":["111122223333/eu-west-1/x"]"#,
        #""run":"0123456789abcdef","places":["111122223333/example.com?"]"#,
        #""run":"0123456789abcdef","places":["111122223333/"]"#,
        #""run":"0123456789abcdef","places":[7]"#,
    ])
    func `an order that is not understood sends nothing`(members: String) {
        #expect {
            try task(#"{"task":"canary",\#(members)}"#)
        } throws: { error in
            "\(error)".hasPrefix("the order for canaries cannot be read: ")
        }
    }
}

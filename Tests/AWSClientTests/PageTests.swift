import FakeWorld
import Testing

@testable import AWSClient
@testable import HTTP
@testable import System

struct PageTests {
    private let caller = AWS.Caller(name: "a") { _ in SignatureV4Tests.credentials }

    private func list(
        limit: Int = 1_000, _ answer: @escaping @Sendable (_ number: Int) -> (Int, String)
    ) async -> AWS.Pages<String> {
        let script = ConcurrentClientTests.Script { number, _ in
            let (status, body) = answer(number)
            return .success(Response(status: status, body: Array(body.utf8)))
        }
        return await script.client.list(
            in: "us-east-1", as: caller, before: script.machine.deadline(after: .seconds(30)),
            limit: limit
        ) { Account.listRegions(token: $0) }
    }

    @Test func `a list is read to its end`() async {
        let pages = await list { number in
            let next = number < 5 ? #","NextToken":"\#(number)""# : #","NextToken":"""#
            return (200, #"{"Regions":[{"RegionName":"r\#(number)"}]\#(next)}"#)
        }
        #expect(pages.items == ["r1", "r2", "r3", "r4", "r5"])
        #expect(pages.failure == nil && pages.count == 5)
    }

    @Test func `a list that never ends is given up at the limit`() async {
        let pages = await list(limit: 3) { (200, #"{"Regions":[],"NextToken":"\#($0)"}"#) }
        #expect(pages.count == 3)
        guard case .endless(_, pages: 3) = pages.failure else {
            Issue.record("\(String(describing: pages.failure))")
            return
        }
    }

    @Test func `a loop of tokens is found however long it is`() async {
        let pages = await list { (200, #"{"Regions":[],"NextToken":"\#($0 % 3)"}"#) }
        #expect(pages.count == 4)
        guard case .unreadable(_, let reason, _) = pages.failure else {
            Issue.record("\(String(describing: pages.failure))")
            return
        }
        #expect(reason == "names a page that was read before")
    }

    @Test func `what was read before a failure stays`() async {
        let pages = await list { number in
            number < 3
                ? (200, #"{"Regions":[{"RegionName":"r"}],"NextToken":"\#(number)"}"#)
                : (403, #"{"__type":"AccessDeniedException"}"#)
        }
        #expect(pages.items.count == 2)
        #expect(pages.failure?.serviceError?.code == "AccessDeniedException")
    }
}

import Testing

@testable import AccessPlan
@testable import BreakGlassCLI

@Suite struct DiagramTests {
    /// A plan with accounts of two roles each, every seventh number left out.
    private func plan(accounts count: Int) -> Plan {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.regions.standby = "us-west-2"
        plan.identityProvider = Plan.IdentityProvider(kind: .okta)
        plan.breakGlassUsers = ["BreakglassUser1", "BreakglassUser2"]
        plan.accounts = (1...count).map {
            Plan.Account(
                number: $0 + $0 / 150, id: "\(200_000_000_000 + $0)",
                name: "a rather long name of an account, number \($0)", roles: ["RO", "Ops"])
        }
        return plan
    }

    @Test(arguments: [(1, 3), (3, 7), (6, 13), (7, 3), (300, 3), (1000, 3)])
    func `few ways are drawn one by one, many once for each kind of access`(
        accounts: Int, ways: Int
    ) {
        #expect(Diagram(of: plan(accounts: accounts)).ways.count == ways)
    }

    @Test func `folded access paths show their count and numbers`() throws {
        let way = try #require(Diagram(of: plan(accounts: 300)).ways.first)
        #expect(way.key.name == "aws#EmergencyAccess_RoleN_RO#123456789012")
        #expect(way.key.note == "300 groups, N is 1–149, 151–300, 302")
        #expect(way.destination.note.hasPrefix("in 300 accounts: a rather long name of an a"))
    }

    @Test(arguments: [1, 6, 300])
    func `every box is inside the picture, and no two overlap`(accounts: Int) throws {
        let svg = Diagram(of: plan(accounts: accounts)).svg
        let size = try #require(try /viewBox="0 0 (\d+) (\d+)"/.firstMatch(in: svg))
        let pattern = /class="(?:box|way|act|key)" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/
        let boxes = svg.matches(of: pattern).map { match in
            [match.1, match.2, match.3, match.4].compactMap { Int($0) }
        }
        #expect(boxes.count == Diagram(of: plan(accounts: accounts)).ways.count * 3 + 8)
        for (index, box) in boxes.enumerated() {
            #expect(box[0] + box[2] <= Int(size.1) ?? 0 && box[1] + box[3] <= Int(size.2) ?? 0)
            for other in boxes[(index + 1)...] {
                let isApart =
                    box[0] + box[2] < other[0] || other[0] + other[2] < box[0]
                    || box[1] + box[3] < other[1] || other[1] + other[3] < box[1]
                #expect(isApart)
            }
        }
    }

    @Test func `a name of any kind stays inside Mermaid's quotes`() {
        var plan = plan(accounts: 1)
        plan.accounts[0].name = "\"];<b>#quot;&\n"
        let lines = Diagram(of: plan).mermaid.split(separator: "\n")
        #expect(lines.contains { $0.contains("#quot;];#lt;b#gt;#35;quot;#amp; ") })
        #expect(lines.allSatisfy { $0.filter { $0 == "\"" }.count.isMultiple(of: 2) })
    }
}

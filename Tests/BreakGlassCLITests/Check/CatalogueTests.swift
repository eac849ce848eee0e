import Testing

@testable import BreakGlassCLI
@testable import Checks
@testable import Reports
@testable import Text

@Suite struct CatalogueTests {
    @Test func `the list has every check once, under its question`() {
        let text = Catalogue(checks: DriftCheck.all).text
        let lines = text.split(separator: "\n").map { $0.prefix { $0 != " " } }
        for check in DriftCheck.all {
            #expect(lines.count { $0 == check.id } == 1, "\(check.id)")
        }
        for question in DriftCheck.Question.allCases { #expect(text.contains(question.sentence)) }
    }

    @Test func `a question without checks has no heading`() {
        let heard = DriftCheck.all.filter { $0.question == .heard }
        let text = Catalogue(checks: heard).text
        #expect(!text.contains(DriftCheck.Question.shut.sentence))
    }

    @Test func `the JSON has the same checks in the same order`() throws {
        let json = try #require(JSON(Catalogue(checks: DriftCheck.all).json))
        guard case .array(let checks) = json else {
            Issue.record("it is not an array")
            return
        }
        #expect(checks.map { $0["id"]?.string } == DriftCheck.all.map(\.id))
    }
}

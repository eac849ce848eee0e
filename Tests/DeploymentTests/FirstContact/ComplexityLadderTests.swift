import Deployment
import EventPatterns
import Testing
import Text

@Suite struct ComplexityLadderTests {
    @Test func `each step is as complex as it says, and around what public verdicts tell`() throws {
        for step in ComplexityLadder.steps {
            let pattern = try EventPattern(#require(JSON(Array(step.pattern.utf8))))
            #expect(pattern.complexity == step.complexity)
        }
        let complexities = ComplexityLadder.steps.map(\.complexity)
        #expect(complexities == complexities.sorted())
        #expect(complexities.contains(10) && complexities.contains(12))
    }

    @Test(arguments: [
        ([true, true, false], "4 is taken, 6 is refused"), ([true, true], "all up to 4 are taken"),
        ([false], "even 2 is refused"), ([true, false, true], nil), ([], nil),
    ])
    func `the verdict is the step between taken and refused`(taken: [Bool], verdict: String?) {
        #expect(ComplexityLadder.verdict(taken) == verdict)
    }
}

import EventPatterns
import Testing
import Text

@Suite struct EventPatternComplexityTests {
    private static func wildcards(_ texts: [String]) -> JSON {
        ["detail": ["f": .array(texts.map { ["wildcard": .string($0)] })]]
    }

    private static let numbered = (1...4).map { "*:stack/\($0)/*" }

    /// Patterns on which EventBridge's verdict is public, and what aws/event-ruler's measure says:
    /// 10 is taken, 11 is refused. The bound may refuse what is taken, never the other way round.
    @Test(arguments: [
        (["*/datasync/*.a", "*/datasync/*.b"], 8, true),
        (["*.a", "*.b", "*.c", "*.d"], 8, true),
        (Array(numbered.prefix(3)), 9, true),
        (["*:*:*:*:*:event-bus/*"], 11, false),
        (numbered, 12, false),
        (["a", "b", "c", "d"].map { "*/datasync/*.\($0)" }, 16, false),
    ])
    func `the bound is never below AWS's measure`(
        _ texts: [String], measure: Int, taken: Bool
    ) throws {
        let complexity = try EventPattern(Self.wildcards(texts)).complexity
        #expect(complexity >= measure)
        #expect(taken || complexity > EventPattern.mostComplexity)
    }

    @Test func `two for each star of a field, in each combination`() throws {
        let one = Self.wildcards(["*/datasync/*.a", "*.b"])
        #expect(try EventPattern(one).complexity == 6)
        let branches: JSON = [
            "$or": .array([["a": .array(["x"])], ["b": .array(["x"])], ["c": .array(["x"])]]),
            "detail": ["f": .array([["wildcard": "*x*"]])],
        ]
        #expect(try EventPattern(branches).complexity == 12)
    }

    @Test func `the field with most stars counts`() throws {
        let two: JSON = [
            "a": .array([["wildcard": "*x"]]),
            "b": .array([["anything-but": ["wildcard": .array(["*x*", "y*"])]]]),
        ]
        #expect(try EventPattern(two).complexity == 6)
    }

    @Test func `other matchers cost nothing`() throws {
        let pattern: JSON = [
            "a": .array([
                "*", ["prefix": "*x*"], ["suffix": "*"], ["equals-ignore-case": "*"],
                ["anything-but": .array(["*"])], ["wildcard": "\\*"],
            ])
        ]
        #expect(try EventPattern(pattern).complexity == 0)
        #expect(try !EventPattern(pattern).hasWildcard)
    }
}

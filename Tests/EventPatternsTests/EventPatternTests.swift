import EventPatterns
import Testing
import Text

@Suite struct EventPatternTests {
    /// A pattern, an event that it matches, and one that it does not match.
    struct Case: Sendable, CustomTestStringConvertible {
        let pattern: String
        let matching: String
        let other: String
        var testDescription: String { pattern }

        init(_ pattern: String, _ matching: String, not other: String) {
            self.pattern = pattern
            self.matching = matching
            self.other = other
        }
    }

    static let operators: [Case] = [
        .init(#"{"a":["x"]}"#, #"{"a":"x"}"#, not: #"{"a":"X"}"#),
        .init(#"{"a":["é"]}"#, #"{"a":"é"}"#, not: #"{"a":"e\u0301"}"#),
        .init(#"{"a":["x","y"]}"#, #"{"a":"y"}"#, not: #"{"b":"y"}"#),
        .init(#"{"a":["1"]}"#, #"{"a":"1"}"#, not: #"{"a":1}"#),
        .init(#"{"a":[300]}"#, #"{"a":3.0e2}"#, not: #"{"a":"300"}"#),
        .init(#"{"a":[true]}"#, #"{"a":true}"#, not: #"{"a":"true"}"#),
        .init(#"{"a":[false]}"#, #"{"a":false}"#, not: #"{"a":null}"#),
        .init(#"{"a":[null]}"#, #"{"a":null}"#, not: #"{"b":1}"#),
        .init(#"{"a":[{"prefix":"ab"}]}"#, #"{"a":"abc"}"#, not: #"{"a":"Abc"}"#),
        .init(#"{"a":[{"suffix":"bc"}]}"#, #"{"a":"abc"}"#, not: #"{"a":"abC"}"#),
        .init(
            #"{"a":[{"prefix":{"equals-ignore-case":"AB"}}]}"#, #"{"a":"abc"}"#,
            not: #"{"a":"cab"}"#),
        .init(
            #"{"a":[{"suffix":{"equals-ignore-case":"BC"}}]}"#, #"{"a":"abc"}"#,
            not: #"{"a":"bcd"}"#),
        .init(#"{"a":[{"equals-ignore-case":"aB"}]}"#, #"{"a":"Ab"}"#, not: #"{"a":"abc"}"#),
        .init(#"{"a":[{"wildcard":"a*b"}]}"#, #"{"a":"ab"}"#, not: #"{"a":"abc"}"#),
        .init(#"{"a":[{"wildcard":"*b*"}]}"#, #"{"a":"b"}"#, not: #"{"a":"acd"}"#),
        .init(#"{"a":[{"wildcard":"ab*ba"}]}"#, #"{"a":"abba"}"#, not: #"{"a":"aba"}"#),
        .init(#"{"a":[{"wildcard":"*:*:x"}]}"#, #"{"a":"1:2:3:x"}"#, not: #"{"a":"1:x"}"#),
        .init(#"{"a":[{"wildcard":"a\\*"}]}"#, #"{"a":"a*"}"#, not: #"{"a":"ab"}"#),
        .init(#"{"a":[{"anything-but":"x"}]}"#, #"{"a":"y"}"#, not: #"{"b":"y"}"#),
        .init(#"{"a":[{"anything-but":["x","y"]}]}"#, #"{"a":"z"}"#, not: #"{"a":"y"}"#),
        .init(#"{"a":[{"anything-but":[1]}]}"#, #"{"a":true}"#, not: #"{"a":1.0}"#),
        .init(#"{"a":[{"anything-but":{"prefix":"x"}}]}"#, #"{"a":"y"}"#, not: #"{"a":"xy"}"#),
        .init(
            #"{"a":[{"anything-but":{"suffix":["x","z"]}}]}"#, #"{"a":"y"}"#,
            not: #"{"a":"yz"}"#),
        .init(
            #"{"a":[{"anything-but":{"equals-ignore-case":["X"]}}]}"#, #"{"a":"y"}"#,
            not: #"{"a":"x"}"#),
        .init(
            #"{"a":[{"anything-but":{"wildcard":"*/x/*"}}]}"#, #"{"a":"/x"}"#,
            not: #"{"a":"a/x/b"}"#),
        .init(#"{"a":[{"exists":true}]}"#, #"{"a":null}"#, not: #"{"b":1}"#),
        .init(#"{"a":[{"exists":false}]}"#, #"{"b":1}"#, not: #"{"a":""}"#),
        .init(#"{"a":[{"exists":false}]}"#, #"{"a":[]}"#, not: #"{"a":[1]}"#),
        .init(#"{"a":["x",{"exists":false}]}"#, #"{"a":"x"}"#, not: #"{"a":"y"}"#),
        .init(#"{"a":[{"numeric":[">",0,"<=",5]}]}"#, #"{"a":5}"#, not: #"{"a":0}"#),
        .init(#"{"a":[{"numeric":["=",5]}]}"#, #"{"a":5.0}"#, not: #"{"a":"5"}"#),
    ]

    static let structures: [Case] = [
        .init(#"{"a":{"b":["x"]}}"#, #"{"a":{"b":"x","c":1}}"#, not: #"{"a":"x"}"#),
        .init(#"{"a":["x"],"b":["y"]}"#, #"{"a":"x","b":"y"}"#, not: #"{"a":"x"}"#),
        .init(#"{"a":["x"]}"#, #"{"a":["y","x"]}"#, not: #"{"a":["y"]}"#),
        .init(#"{"a":[{"anything-but":"x"}]}"#, #"{"a":["y","x"]}"#, not: #"{"a":["x"]}"#),
        .init(
            #"{"a":{"b":[1],"c":[2]}}"#, #"{"a":[{"b":0},{"b":1,"c":2}]}"#,
            not: #"{"a":[{"b":1,"c":0},{"b":0,"c":2}]}"#),
        .init(
            #"{"a":{"b":[1]},"d":["x"]}"#, #"{"a":[{"b":0},{"b":1}],"d":["y","x"]}"#,
            not: #"{"a":[{"b":1}],"d":["y"]}"#),
        .init(#"{"$or":[{"a":["x"]},{"b":["y"]}]}"#, #"{"b":"y"}"#, not: #"{"a":"y"}"#),
        .init(
            #"{"c":["z"],"a":{"$or":[{"d":["x"]},{"e":{"f":["y"]}}]}}"#,
            #"{"c":"z","a":{"e":{"f":"y"}}}"#, not: #"{"a":{"d":"x"}}"#),
        .init(
            #"{"$or":[{"a":["x"]},{"$or":[{"b":["x"]},{"c":["x"]}]}],"d":["x"]}"#,
            #"{"c":"x","d":"x"}"#, not: #"{"d":"x"}"#),
    ]

    private func pattern(_ text: String) throws -> EventPattern {
        try EventPattern(try #require(JSON(Array(text.utf8))))
    }

    @Test(arguments: operators + structures)
    func `a pattern matches what EventBridge documents`(_ row: Case) throws {
        let pattern = try pattern(row.pattern)
        #expect(pattern.matches(try #require(JSON(Array(row.matching.utf8)))))
        #expect(!pattern.matches(try #require(JSON(Array(row.other.utf8)))))
    }

    @Test(arguments: [
        (#"{}"#, PatternError.notAnObject(path: "")),
        (#"{"a":{}}"#, .notAnObject(path: "a")),
        (#"{"a":"x"}"#, .notAList(path: "a")),
        (#"{"a":[]}"#, .notAList(path: "a")),
        (#"{"a":[["x"]]}"#, .operand(path: "a", matcher: "[]")),
        (#"{"$or":[{"a":["x"]}]}"#, .tooFewBranches(path: "")),
        (#"{"a":{"b":[{"contains":"x"}]}}"#, .unknownMatcher(path: "a.b", "contains")),
        (#"{"a":[{"cidr":"10.0.0.0/8"}]}"#, .unknownMatcher(path: "a", "cidr")),
        (#"{"a":[{"prefix":["x"]}]}"#, .operand(path: "a", matcher: "prefix")),
        (#"{"a":[{"wildcard":"a**"}]}"#, .operand(path: "a", matcher: "wildcard")),
        (#"{"a":[{"wildcard":"a\\b"}]}"#, .operand(path: "a", matcher: "wildcard")),
        (#"{"a":[{"anything-but":["x",1]}]}"#, .operand(path: "a", matcher: "anything-but")),
        (#"{"a":[{"numeric":["<",5,">",1]}]}"#, .operand(path: "a", matcher: "numeric")),
        (#"{"a":[{"prefix":"x","suffix":"y"}]}"#, .unknownMatcher(path: "a", "prefix, suffix")),
        (#"{"a":["x"],"$or":[{"a":["y"]},{"b":["y"]}]}"#, .askedTwice(path: "a")),
    ])
    func `a pattern that EventBridge refuses is refused`(_ text: String, error: PatternError) {
        #expect(throws: error) { try pattern(text) }
    }

    @Test func `more than 1,000 combinations are refused`() {
        let or = { (name: String) in
            "{\"$or\":[" + (0..<32).map { #"{"\#(name)\#($0)":["x"]}"# }.joined(separator: ",")
                + "]}"
        }
        #expect(throws: PatternError.tooManyCombinations(1_024)) {
            try pattern(#"{"a":\#(or("x")),"b":\#(or("y"))}"#)
        }
    }

    @Test func `the length is that of the pattern without spaces, in characters`() throws {
        #expect(try pattern(#"{ "a" : [ "é" ] }"#).length == 11)
    }
}

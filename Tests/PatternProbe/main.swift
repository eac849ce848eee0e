// pattern-probe: what our reader of event patterns says, for tests that compare it with others.
//
// Each line of input is an array: a pattern, and events. Each line of output is an object: `error`, or
// `complexity`, `length` and, for each event, whether it matches.

import EventPatterns
import Text

while let line = readLine() {
    guard let elements = JSON(Array(line.utf8))?.array, let first = elements.first else {
        print("{\"error\":\"not an array\"}")
        continue
    }
    do throws(PatternError) {
        let pattern = try EventPattern(first)
        let answer: JSON = [
            "complexity": .number("\(pattern.complexity)"), "length": .number("\(pattern.length)"),
            "matches": .array(elements.dropFirst().map { .bool(pattern.matches($0)) }),
        ]
        print(answer.text)
    } catch {
        print((["error": .string(error.description)] as JSON).text)
    }
}

// Carries out one operation against the endpoint in the environment, for Tests/Integration:
//
//     aws-probe OPERATION [NAME=VALUE]...
//
// With cli=1, credentials and Region are those of the command line, with profile=NAME those of that
// profile. Prints the result as one JSON line and exits with 0, or the error and exits with 1.

import Glibc
import System
import Text

let words = Array(CommandLine.arguments.dropFirst())
let parameters = Dictionary(
    words.dropFirst().map { word in
        let name = word.prefix { $0 != "=" }
        return (String(name), String(word[name.endIndex...].dropFirst()))
    }, uniquingKeysWith: { _, last in last })
let probe = Probe(world: .real, parameters: parameters)

do {
    let operation = words.first ?? ""
    let result: JSON =
        switch operation {
        case "getConcurrently": try await probe.getConcurrently()
        case "whoAmIConcurrently": try await probe.whoAmIConcurrently()
        default: try probe.run(operation)
        }
    print(result.text)
} catch {
    print("\(error)")
    exit(1)
}

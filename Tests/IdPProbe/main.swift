// Reads an identity provider once, with Collector's readers, for Tests/Integration/idp:
//
//     idp-probe PLAN.json [NAME=VALUE]...
//
// Prints one JSON line: what was read, and the result of each check of the identity provider.

import Glibc
import Text

let words = Array(CommandLine.arguments.dropFirst())
let parameters = Dictionary(
    words.dropFirst().map { word in
        let name = word.prefix { $0 != "=" }
        return (String(name), String(word[name.endIndex...].dropFirst()))
    }, uniquingKeysWith: { _, last in last })

do {
    let probe = try Probe(planFile: words.first ?? "", parameters: parameters)
    print(try await probe.run().text)
} catch {
    print("\(error)")
    exit(1)
}

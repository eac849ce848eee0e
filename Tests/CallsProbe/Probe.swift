// calls-probe: the catalog of API calls as JSON, one line for each row, for tests that compare it with
// AWS's own models.
//
// A row: {"class": "changes", "service", "name", "reach", "type", "parameters": [[name, type]],
// "words": [done, attempt], "gravity", "undo": [command]}. Any other listed call:
// {"class": "read" | "use" | "harmless", "service", "name", "reason"?, "everyday"?}.

import AccessPlan
import Calls
import Text

for call in Call.all {
    var undo: [JSON] = []
    if case .run(let commands) = call.undo { undo = commands.map(JSON.string) }
    let line: JSON = [
        "class": "changes", "service": .string(call.service.rawValue), "name": .string(call.name),
        "reach": .string("\(call.target.reach)"), "type": .string(call.target.type.rawValue),
        "parameters": .array(
            call.target.parameters.map { .array([.string($0.name), .string($0.type.rawValue)]) }),
        "words": .array([.string(call.words.passive), .string(call.words.attempt)]),
        "gravity": .string(call.gravity.rawValue), "undo": .array(undo),
    ]
    print(line.text)
}
for (service, name) in Call.listed {
    let line: JSON =
        switch Call.classOf(service, name) {
        case .harmless(let reason, let everyday):
            [
                "class": "harmless", "service": .string(service.rawValue), "name": .string(name),
                "reason": .string(reason), "everyday": .bool(everyday),
            ]
        case .read:
            ["class": "read", "service": .string(service.rawValue), "name": .string(name)]
        default:
            ["class": "use", "service": .string(service.rawValue), "name": .string(name)]
        }
    print(line.text)
}

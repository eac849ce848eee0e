// wanted-probe: the stacks that a plan asks for in one account without an organization, for tests that
// judge them as AWS would.
//
//     wanted-probe FOLDER REGION...
//
// FOLDER holds plan.json. Each line of output is a stack: its stage, Region, name, template and parameters.

import AccessPlan
import Deployment
import Glibc
import Rollout
import State
import Templates
import Text

let words = Array(CommandLine.arguments.dropFirst())
do {
    let plan = try PlanFile.plan(in: words[0])
    let source = try DeploySource(plan, plan.templates(), [])
    let account = plan.emergencyAccount
    var facts = DeploymentFacts(covered: [account: Array(words.dropFirst())])
    for function in ["event-enricher", "sns-publisher", "drift-checker"] {
        facts.code[function] = DeploymentFacts.CodeObject(key: "\(function)/0a1b.zip")
    }
    facts.trail = DeploymentFacts.Trail(account: account, isOfOrganization: false)
    let wanted = try Wanted(plan, source.rendered, templates: source.templates, facts)
    for stack in wanted.stacks {
        let line: JSON = [
            "stage": .number("\(stack.stage)"), "region": .string(stack.place.region),
            "name": .string(stack.name), "file": .string(stack.template.name),
            "text": .string(String(decoding: stack.template.bytes, as: UTF8.self)),
            "parameters": .object(stack.parameters.mapValues(JSON.string)),
        ]
        print(line.text)
    }
} catch {
    print("\(error)")
    exit(1)
}

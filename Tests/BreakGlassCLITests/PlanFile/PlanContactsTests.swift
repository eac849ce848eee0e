import Testing

@testable import BreakGlassCLI

@Suite struct PlanContactsTests {
    @Test(arguments: [
        (
            "contacts: [{ name: Jane, telephone: 020 555 0100 }]", 4, 37,
            "contacts: telephone is \"020 555 0100\", not a telephone number",
            "write it like \"+31 20 555 0100\", with the country's code"
        ),
        (
            "contacts: [{ telephone: \"+31 20 555 0100\" }]", 4, 12, "contacts: name is missing",
            "write { name: Jane Doe, telephone: \"+31 20 555 0100\", users: [BreakglassUser1] }"
        ),
        (
            "contacts: [{ name: Jane, telephone: \"+31205550100\", roles: [Opps] }]", 4, 61,
            "contacts: roles names \"Opps\", a role that the plan does not have",
            "did you mean \"Ops\"?"
        ),
        (
            "contacts: [{ name: Jane, telephone: \"+31205550100\", root: treu }]", 4, 59,
            "contacts: root is \"treu\", not one of true, false", "did you mean \"true\"?"
        ),
    ])
    func `a wrong contact is rejected with the place, the fact and what to write instead`(
        more: String, line: Int, column: Int, fact: String, hint: String
    ) {
        let expected = PlanProblem(
            file: "plan.yaml", line: line, column: column, fact: fact, hint: hint)
        #expect(PlanFileTests.problems(more) == [expected])
    }
}

import Testing

@testable import AccessPlan
@testable import BreakGlassCLI

@Suite struct DeclarationTests {
    private static let now = 1_782_000_000

    private let plan: Plan = {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.identityProvider = Plan.IdentityProvider(kind: .okta)
        plan.breakGlassUsers = ["BreakglassUser1"]
        plan.accounts = [
            Plan.Account(
                number: 1, id: "111122223333", name: "production", roles: ["RO"],
                groups: ["RO": "00gProduction"]),
            Plan.Account(
                number: 2, id: "444455556666", name: "staging", roles: ["RO"],
                groups: ["RO": "00gStaging"]),
        ]
        return plan
    }()

    private func words(
        mode: Declaration.Mode = .federation, by: String = "jane", approver: String = "john",
        people: [String] = [], accounts: [String] = [], until: String = "PT4H"
    ) throws -> DeclarationWords {
        DeclarationWords(
            incident: "INC-1", mode: mode, by: by, approver: approver, people: people,
            accounts: accounts, until: try #require(End(argument: until)))
    }

    @Test func `accounts are named or numbered, and the emergency account is always among them`()
        throws
    {
        let declaration = try plan.declaration(
            words(people: ["jane"], accounts: ["production"]), now: Self.now)
        #expect(declaration.accounts == ["111122223333", "123456789012"])
        #expect(declaration.members == ["00gProduction": ["jane"]])
        #expect(declaration.expires == Self.now + 4 * 3_600)
        let everywhere = try plan.declaration(words(people: ["jane"]), now: Self.now)
        #expect(everywhere.accounts.isEmpty && everywhere.members.count == 2)
        let user = try plan.declaration(words(mode: .user, people: ["jane"]), now: Self.now)
        #expect(user.members.isEmpty)
    }

    @Test(arguments: ["jane", "JANE", " Jane "])
    func `a declaration cannot be approved by its author`(approver: String) throws {
        let words = try words(approver: approver)
        #expect(throws: DeclarationError.approvesOneself("jane")) {
            try plan.declaration(words, now: Self.now)
        }
    }

    @Test func `it ends within a day, and not in the past`() throws {
        for until in ["PT24H1S", "P2D", "2030-01-01T00:00:00Z"] {
            let words = try words(until: until)
            #expect(throws: DeclarationError.tooLong(words.until.end(from: Self.now))) {
                try plan.declaration(words, now: Self.now)
            }
        }
        for until in ["PT0S", "2020-01-01T00:00:00Z"] {
            let words = try words(until: until)
            #expect(throws: DeclarationError.past(words.until.end(from: Self.now))) {
                try plan.declaration(words, now: Self.now)
            }
        }
        #expect(try plan.declaration(words(until: "P1D"), now: Self.now).expires > Self.now)
    }

    @Test func `an account and an access path that are not planned are rejected`() throws {
        let wrong = try words(accounts: ["prodution"])
        let error = #expect(throws: DeclarationError.self) {
            try plan.declaration(wrong, now: Self.now)
        }
        #expect(error?.description.contains("did you mean \"production\"?") == true)
    }

    @Test func `an access path that is not planned is rejected`() throws {
        var plan = plan
        plan.identityProvider = nil
        #expect(throws: DeclarationError.noWay(.federation, "identityProvider")) {
            try plan.declaration(words(), now: Self.now)
        }
        plan.breakGlassUsers = []
        #expect(throws: DeclarationError.noWay(.user, "breakGlassUsers")) {
            try plan.declaration(words(mode: .user), now: Self.now)
        }
    }

    @Test(arguments: [
        ("PT4H", 14_400), ("pt90m", 5_400), ("P1D", 86_400), ("PT1H30M", 5_400), ("P1DT1S", 86_401),
    ])
    func `durations are read as ISO 8601 writes them`(text: String, seconds: Int) {
        #expect(End(argument: text) == .duration(seconds))
    }

    @Test(arguments: ["", "P", "PT", "4H", "P1M", "PT-1H", "P1DT", "tomorrow", "PT99999999999H"])
    func `text that is neither a duration nor a time is rejected`(text: String) {
        #expect(End(argument: text) == nil)
    }
}

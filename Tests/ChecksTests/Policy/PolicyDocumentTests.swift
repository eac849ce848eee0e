import Testing

@testable import Checks
@testable import Snapshots

struct PolicyDocumentTests {
    private func document(_ text: String) throws(Unavailable) -> PolicyDocument {
        try PolicyDocument(text, name: "the policy")
    }

    @Test func `a document is read with all its members`() throws {
        let document = try document(
            #"""
            {"Version":"2012-10-17","Id":"x","Statement":[
              {"Sid":"one","Effect":"Allow","Principal":{"AWS":["1","2"],"Service":"s"},
               "Action":"a:B","Resource":["r","q"],
               "Condition":{"StringEquals":{"AWS:PrincipalArn":["p"]}}},
              {"Effect":"Deny","NotPrincipal":"*","NotAction":["c:D"],"NotResource":"t"}]}
            """#)
        try #require(document.statements.count == 2)
        let allow = document.allowing[0]
        #expect(allow.name == "one" && allow.actions == ["a:B"] && allow.resources == ["r", "q"])
        #expect(
            allow.principals == [
                .init(kind: "AWS", value: "1"), .init(kind: "AWS", value: "2"),
                .init(kind: "Service", value: "s"),
            ])
        #expect(
            allow.conditions
                == [.init(test: "StringEquals", key: "aws:principalarn", values: ["p"])])
        let deny = document.denying[0]
        #expect(deny.notPrincipals == [.init(kind: "*", value: "*")])
        #expect(deny.notActions == ["c:D"] && deny.notResources == ["t"])
    }

    @Test(arguments: [
        "", "[]", "{", "{}", #"{"Statement":[{"Effect":"Allow","Action":"a"}]} x"#,
        #"{"Version":"2013-01-01","Statement":[]}"#, #"{"Statement":[],"Else":1}"#,
        #"{"Statement":[{"Action":"a"}]}"#, #"{"Statement":[{"Effect":"Allow"}]}"#,
        #"{"Statement":[{"Effect":"Maybe","Action":"a"}]}"#,
        #"{"Statement":[{"Effect":"Allow","Action":[]}]}"#,
        #"{"Statement":[{"Effect":"Allow","Action":[["a"]]}]}"#,
        #"{"Statement":[{"Effect":"Allow","Action":{"a":"b"}}]}"#,
        #"{"Statement":[{"Effect":"Allow","Action":"a","Action":"b"}]}"#,
        #"{"Statement":[{"Effect":"Allow","Action":"a","Other":"b"}]}"#,
    ])
    func `a document that is not fully understood is unavailable`(text: String) throws {
        let error = #expect(throws: Unavailable.self) { try document(text) }
        #expect(error?.part == "the policy" && error?.reason == .malformed)
        #expect(error?.detail.isEmpty == false)
    }

    @Test(arguments: [
        ("sts:AssumeRole", true), ("STS:assumerole", true), ("sts:*", true), ("*", true),
        ("sts:Assume?ole", true), ("sts:AssumeRole?", false), ("sts:AssumeRoleWith*", false),
        ("s3:*", false),
    ])
    func `an action is matched with wildcards, case-insensitively`(pattern: String, fits: Bool) {
        var statement = PolicyStatement()
        statement.actions = [pattern]
        #expect(statement.concerns(action: "sts:AssumeRole") == fits)
        statement.actions = []
        statement.notActions = [pattern]
        #expect(statement.concerns(action: "sts:AssumeRole") == !fits)
    }

    @Test func `a resource is matched case-sensitively, and none given is every resource`() {
        var statement = PolicyStatement()
        #expect(statement.concerns(resource: "arn:r"))
        statement.resources = ["ARN:*"]
        #expect(!statement.concerns(resource: "arn:r"))
        statement.resources = ["arn:*"]
        #expect(statement.concerns(resource: "arn:r"))
        statement.notResources = ["arn:r"]
        #expect(!statement.concerns(resource: "arn:r"))
    }

    @Test func `conditions on the same key all have to hold`() {
        var statement = PolicyStatement()
        #expect(statement.values(of: "k", tests: ["StringEquals"]) == nil)
        statement.conditions = [
            .init(test: "StringEquals", key: "k", values: ["a", "b"]),
            .init(test: "StringLike", key: "k", values: ["b", "c"]),
        ]
        #expect(statement.values(of: "k", tests: ["StringEquals", "StringLike"]) == ["b"])
        #expect(statement.values(of: "k", tests: ["StringEquals"]) == nil)
    }
}

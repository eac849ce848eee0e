import Testing

@testable import Checks

struct KeyPolicyTests {
    private let account = "123456789012"
    private let publisher = "arn:aws:iam::123456789012:role/breakglass-publisher"

    private func problems(
        principal: String = "arn:aws:iam::123456789012:role/breakglass-publisher",
        actions: String = #"["kms:GenerateDataKey*","kms:Decrypt"]"#, condition: String = "{}",
        further: String = ""
    ) throws -> [String] {
        let text = """
            {"Statement":[{"Effect":"Allow","Principal":{"AWS":"\(principal)"},"Resource":"*",
             "Action":\(actions),"Condition":\(condition)}\(further)]}
            """
        return try KeyPolicy(text, arn: "arn:key").problems(publisher: publisher, account: account)
    }

    @Test func `the publisher may use the key, by name or as part of its account`() throws {
        #expect(try problems() == [])
        #expect(try problems(principal: account) == [])
        #expect(
            try problems(
                principal: account,
                condition: #"{"ArnEquals":{"aws:PrincipalArn":"\#(publisher)"}}"#) == [])
    }

    @Test func `what the publisher cannot do is named`() throws {
        let expected = "does not let the publisher do kms:Decrypt"
        #expect(try problems(actions: #""kms:GenerateDataKey""#) == [expected])
        #expect(
            try problems(condition: #"{"Bool":{"aws:SecureTransport":"true"}}"#).contains(expected))
        #expect(try problems(principal: "\(publisher)-2").contains(expected))
    }

    @Test func `another account is named, and so is a denial`() throws {
        let other = #"{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"kms:*"}"#
        #expect(try problems(further: ",\(other)") == ["lets 444455556666 do kms:*"])
        let deny = #"{"Effect":"Deny","Principal":"*","Action":"kms:Decrypt"}"#
        #expect(try problems(further: ",\(deny)") == ["denies kms:Decrypt"])
    }
}

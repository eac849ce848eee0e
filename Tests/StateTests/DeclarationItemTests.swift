import AWSClient
import AccessPlan
import Testing

@testable import State

/// The item of a declaration: what is written is what is read, and nothing else is.
struct DeclarationItemTests {
    private static let whole = Declaration(
        incident: "INC-1", mode: .federation, declaredBy: "joe", approver: "ann",
        caller: "arn:aws:iam::123456789012:user/joe", people: ["jane", "jim"],
        accounts: ["111122223333"], members: ["00g1": ["jane"]], declared: 100, expires: 200,
        closing: 150, identityCenterProven: true)

    @Test(arguments: [
        whole, Declaration(incident: "", mode: .drill, declaredBy: "", declared: 0, expires: 0),
        Declaration(
            incident: "INC-2", mode: .user, declaredBy: "joe", declared: .min, expires: .max),
    ])
    func `what was written is what is read`(declaration: Declaration) throws {
        #expect(try Declaration(item: declaration.item) == declaration)
        // What DynamoDB and `close` add.
        let stored = declaration.item.merging(
            ["id": .string("emergency#current"), "closedBy": .string("joe")]) { $1 }
        #expect(try Declaration(item: stored) == declaration)
    }

    @Test(arguments: ["incident", "mode", "declared", "expires"])
    func `what is missing makes it malformed`(name: String) {
        var item = Self.whole.item
        item[name] = nil
        let error = #expect(throws: MalformedItem.self) { try Declaration(item: item) }
        #expect(error?.description == "item emergency#current is malformed: \(name) is missing")
    }

    @Test(arguments: whole.item.keys.sorted())
    func `an attribute of another type makes it malformed, and is never ignored`(name: String) {
        let others: [DynamoDB.AttributeValue] = [
            .null, .list([.string("jane")]), .number("1.5"), .map(["00g1": .string("jane")]),
        ]
        for other in others {
            var item = Self.whole.item
            item[name] = other
            let error = #expect(throws: MalformedItem.self) { try Declaration(item: item) }
            #expect(error?.reason.hasPrefix(name) == true)
        }
    }

    @Test func `a mode that is not known makes it malformed`() {
        var item = Self.whole.item
        item["mode"] = .string("holiday")
        let error = #expect(throws: MalformedItem.self) { try Declaration(item: item) }
        #expect(error?.reason == "mode is not known")
    }
}

import Testing
import Text

@testable import Calls

@Suite struct ChangeReaderPoliciesTests {
    private static func parts(_ arn: String) -> CallParts {
        CallParts(request: ["policyArn": .string(arn)])
    }

    @Test(arguments: [
        ("arn:aws:iam::aws:policy/AdministratorAccess", Gravity?.none, Gravity?.none),
        ("arn:aws:iam::aws:policy/AWSDenyAll", .shutsOut, .opens),
    ])
    func `a policy that denies opens when it is detached, not when it is attached`(
        arn: String, attached: Gravity?, detached: Gravity?
    ) {
        let words = ManagedPolicy(arn).words
        var change = Change("policy", now: words, gravity: attached)
        change.isBarrier = attached == .shutsOut
        #expect(ChangeReader.policy("policyArn").read(Self.parts(arn)) == change)
        #expect(
            ChangeReader.detachedPolicy("policyArn").read(Self.parts(arn))
                == Change("policy", before: words, now: "not attached", gravity: detached))
    }

    @Test func `a document is read as text and as an object`() {
        let object: JSON = ["Statement": ["Effect": "Allow", "Action": "*", "Resource": "*"]]
        let text = #"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#
        for document in [object, .string(text)] {
            let parts = CallParts(request: ["policyDocument": document])
            #expect(
                ChangeReader.document("policyDocument").read(parts)
                    == Change("policy", now: "allows everything"))
        }
    }

    @Test func `a document that cannot be read is said to be so, a missing one is not`() {
        let parts = CallParts(request: ["policy": "HIDDEN_DUE_TO_SECURITY_REASONS"])
        for reader in [
            ChangeReader.document("policy"), .trust("policy"), .resourcePolicy("policy"),
        ] {
            #expect(reader.read(parts)?.after == "not readable in this event")
            #expect(reader.read(CallParts()) == nil)
        }
    }

    @Test func `whom a role trusts, an attribute that is a policy`() {
        let text =
            #"{"Statement":[{"Effect":"Allow","Action":"sns:Publish","Principal":"*"}]}"#
        let parts = CallParts(request: ["name": "Policy", "value": .string(text)])
        #expect(ChangeReader.trust("value").read(parts)?.who == "everybody (*)")
        #expect(
            ChangeReader.attribute(name: "name", value: "value").read(parts)
                == Change(
                    "Policy", now: "allows sns:Publish to everybody (*)", who: "everybody (*)"))
    }

    @Test(arguments: [
        ("Scope", "Scope: denies everything"),
        (
            "AWSCompromisedKeyQuarantineV3",
            "AWSCompromisedKeyQuarantineV3 (named like AWS's own quarantine of a leaked key): "
                + "denies everything"
        ),
    ])
    func `an inline policy has its name`(name: String, after: String) {
        let document: JSON = ["Statement": ["Effect": "Deny", "Action": "*", "Resource": "*"]]
        let parts = CallParts(request: ["policyName": .string(name), "document": document])
        var change = Change("policy", now: after, gravity: .shutsOut)
        change.isBarrier = name != "Scope"
        #expect(ChangeReader.document("document").read(parts) == change)
        // Of a resource, or of the organization, the call decides.
        change.gravity = nil
        #expect(ChangeReader.resourcePolicy("document").read(parts) == change)
    }
}

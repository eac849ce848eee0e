import Testing
import Text

@testable import Calls

/// Keys, versions of policies, identity providers, and policies of the organization.
@Suite struct ChangeReaderIdentitiesTests {
    @Test(arguments: [("Active", "on", Gravity.opens), ("Inactive", "off", .shutsOut)])
    func `a key that is switched says which, and how urgent it is`(
        status: String, after: String, gravity: Gravity
    ) {
        let parts = CallParts(request: ["status": .string(status), "accessKeyId": "AKIAEXAMPLE"])
        let change = ChangeReader.switched("access key", "accessKeyId").read(parts)
        #expect(change == Change("access key AKIAEXAMPLE", now: after, gravity: gravity))
    }

    private static let allowsAll: JSON =
        #"{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#

    @Test func `a version that is not the default is not in force`() {
        let parts = CallParts(request: ["policyDocument": Self.allowsAll])
        let change = ChangeReader.version(of: "policyDocument").read(parts)
        #expect(change?.after.hasSuffix(", not in force") == true)
        #expect(change?.gravity == .alters)
        let inForce = CallParts(
            request: ["policyDocument": Self.allowsAll, "setAsDefault": .bool(true)])
        #expect(ChangeReader.version(of: "policyDocument").read(inForce)?.gravity != .alters)
    }

    @Test func `encryption that is required may keep everybody out, and no key is shown`() {
        let required = CallParts(request: ["assertionEncryptionMode": "Required"])
        #expect(ChangeReader.samlProvider.read(required)?.gravity == .shutsOut)
        let key = CallParts(request: ["addPrivateKey": "-----BEGIN KEY-----"])
        #expect(ChangeReader.samlProvider.read(key)?.after == "one more")
        let metadata = CallParts(
            request: ["sAMLMetadataDocument": "<x/>", "removePrivateKey": "K1"])
        let change = ChangeReader.samlProvider.read(metadata)
        #expect(change?.what == "signing keys and metadata")
        #expect(change?.after == "a new document; decryption key: removed")
        #expect(ChangeReader.samlProvider.read(CallParts()) == nil)
    }

    @Test func `networks are named as the request names them`() {
        let parts = CallParts(
            request: ["sourceVpc": "vpc-1", "excludedPrincipal": "arn:aws:iam::111122223333:root"])
        #expect(
            ChangeReader.networks.read(parts)?.after
                == "only from sourceVpc vpc-1, except arn:aws:iam::111122223333:root")
    }

    @Test func `a contact is named with its kind`() {
        let parts = CallParts(
            request: [
                "alternateContactType": "SECURITY", "emailAddress": "a@example.com", "name": "Pat",
            ])
        #expect(
            ChangeReader.contact.read(parts)
                == Change("contact SECURITY", now: "a@example.com", who: "Pat"))
    }

    @Test(arguments: [
        ("TAG_POLICY", "tag policy", Gravity?.some(.alters)),
        ("SERVICE_CONTROL_POLICY", "service control policy", nil),
    ])
    func `the type of an organization's policy decides how urgent it is`(
        type: String, what: String, gravity: Gravity?
    ) {
        let parts = CallParts(
            request: ["content": #"{"tags":{}}"#],
            response: ["policy": ["policySummary": ["type": .string(type)]]])
        let change = ChangeReader.organizationPolicy.read(parts)
        #expect(change == Change(what, now: "other content", gravity: gravity))
    }
}

import Testing
import Text

@testable import Calls

struct CallTests {
    static func undoing(
        _ service: Service, _ name: String, _ request: JSON, called: String? = nil,
        isGuarded: Bool
    ) throws -> Undoing {
        let call = try #require(Call.all.first { $0.service == service && $0.name == name })
        let parts = CallParts(
            request: request, name: called, region: service.isGlobal ? nil : "eu-west-1")
        return (isGuarded ? call.guardedUndo : nil)?.undoing(parts) ?? call.undo.undoing(parts)
    }

    @Test func `a guarded rule is switched back, one of the plan is deployed`() throws {
        let request: JSON = ["name": "pager", "eventBusName": "orders"]
        #expect(
            try Self.undoing(.events, "DisableRule", request, isGuarded: true)
                == .commands([
                    "aws events enable-rule --name pager --event-bus-name orders --region eu-west-1"
                ]))
        #expect(
            try Self.undoing(.events, "EnableRule", ["name": "pager"], isGuarded: true)
                == .commands(["aws events disable-rule --name pager --region eu-west-1"]))
        #expect(try Self.undoing(.events, "DisableRule", request, isGuarded: false) == .deploy)
        #expect(
            try Self.undoing(.events, "DisableRule", ["name": "$(x)"], isGuarded: true) == .deploy)
    }

    @Test func `the versions of a guarded policy are listed`() throws {
        let arn: JSON = ["policyArn": "arn:aws:iam::123456789012:policy/Scope"]
        let undoing = try Self.undoing(.iam, "SetDefaultPolicyVersion", arn, isGuarded: true)
        guard case .byHand(let sentence) = undoing else {
            Issue.record("\(undoing)")
            return
        }
        #expect(
            sentence.contains(
                "`aws iam list-policy-versions --policy-arn arn:aws:iam::123456789012:policy/Scope`"
            ))
        #expect(try Self.undoing(.iam, "SetDefaultPolicyVersion", arn, isGuarded: false) == .deploy)
    }

    @Test(arguments: [
        ("CreateAccessKey", "list-access-keys"), ("UploadSSHPublicKey", "list-ssh-public-keys"),
        ("UploadSigningCertificate", "list-signing-certificates"),
        ("CreateServiceSpecificCredential", "list-service-specific-credentials"),
    ])
    func `a credential that the event does not name is listed`(name: String, command: String) throws
    {
        let undoing = try Self.undoing(.iam, name, [:], called: "dana", isGuarded: false)
        #expect("\(undoing)".contains("`aws iam \(command) --user-name dana`"))
        #expect(try Self.undoing(.iam, name, [:], isGuarded: false) == .deploy)
    }
}

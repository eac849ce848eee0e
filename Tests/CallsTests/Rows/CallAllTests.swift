import Foundation
import Samples
import Testing

@testable import Calls

/// What the rows make of one request each. The texts are reviewed by people: `RENEW_GOLDEN=1` writes
/// them again.
@Suite struct CallAllTests {
    static let identities: Set<Service> = [
        .account, .accountEvents, .iam, .identityStore, .organizations, .signIn, .sso,
        .ssoDirectory, .sts,
    ]

    @Test func `each row of identities has a sample`() throws {
        let sampled = Set(
            try RowSample.all(of: "identity").map { "\($0.call.service.rawValue) \($0.call.name)" })
        for call in Call.all where Self.identities.contains(call.service) {
            #expect(sampled.contains("\(call.service.rawValue) \(call.name)"), "\(call.name)")
        }
    }

    @Test(arguments: ["identity"]) func `each sample reads as it was reviewed`(group: String) throws
    {
        let text = try RowSample.all(of: group).map(\.words).joined(separator: "\n")
        let file = RowSample.file("\(group).txt")
        if Golden.renew { try text.write(to: file, atomically: true, encoding: .utf8) }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)))
    }

    @Test func `every row states what it changed`() throws {
        for sample in try RowSample.all(of: "identity") {
            // AWS's own report of a Region says in its status which of the two it was.
            guard sample.call.service != .accountEvents else { continue }
            #expect(sample.call.change?.read(sample.parts) != nil, "\(sample.call.name)")
        }
    }

    @Test func `a command that is written out is for this act`() throws {
        for sample in try RowSample.all(of: "identity") {
            guard sample.call.undo.hasCommands else { continue }
            #expect(
                !sample.commands.isEmpty,
                "\(sample.call.name): the event states too little for its command")
        }
    }

    @Test func `no row names the call instead of what it does`() {
        for call in Call.all where Self.identities.contains(call.service) {
            #expect(!call.words.passive.contains(call.name), "\(call.name)")
            #expect(
                call.words.attempt != "change" || call.name == "UpdateApplication"
                    || call.name == "UpdatePolicy", "\(call.name)")
        }
    }
}

import Foundation
import Samples
import Testing

@testable import Calls

/// What the rows of the alert path make of one request each. The texts are reviewed by people:
/// `RENEW_GOLDEN=1` writes them again.
@Suite struct CallAlertPathTests {
    static let group = "alert-path"

    @Test func `each row has a sample, and each of its sides`() throws {
        let samples = try RowSample.all(of: Self.group)
        let sampled = Set(samples.map { "\($0.call.service.rawValue) \($0.call.words.passive)" })
        for call in Call.alertPath {
            #expect(
                samples.contains { $0.call.service == call.service && $0.call.name == call.name },
                "\(call.service.rawValue) \(call.name)")
            for words in [call.words] + call.sides.map(\.words) {
                #expect(
                    sampled.contains("\(call.service.rawValue) \(words.passive)"), "\(call.name)")
            }
        }
    }

    @Test func `each sample reads as it was reviewed`() throws {
        let text = try RowSample.all(of: Self.group).map(\.words).joined(separator: "\n")
        let file = RowSample.file("\(Self.group).txt")
        if Golden.renew { try text.write(to: file, atomically: true, encoding: .utf8) }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)))
    }

    @Test func `every row states what it changed`() throws {
        for sample in try RowSample.all(of: Self.group) {
            #expect(sample.call.change?.read(sample.parts) != nil, "\(sample.call.name)")
        }
    }

    @Test func `a command that is written out is for this act`() throws {
        for sample in try RowSample.all(of: Self.group) {
            guard sample.call.undo.hasCommands else { continue }
            // An e-mail that is not confirmed yet has no subscription; a policy has no statement id.
            if sample.parts["response.subscriptionArn"] == "pending confirmation" { continue }
            if sample.call.service == .events, sample.parts["policy"] != nil { continue }
            #expect(
                !sample.commands.isEmpty,
                "\(sample.call.name): the event states too little for its command")
        }
    }

    @Test func `no row names the call instead of what it does`() {
        for call in Call.alertPath {
            #expect(!call.words.passive.contains(call.name), "\(call.name)")
        }
    }
}

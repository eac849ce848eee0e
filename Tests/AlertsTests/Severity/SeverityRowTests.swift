import AccessPlan
import Testing

@testable import Alerts
@testable import Calls

/// The table of severities, by itself.
@Suite struct SeverityRowTests {
    @Test(arguments: Deed.allCases)
    func `every act is in exactly one row`(deed: Deed) {
        for doer in Doer.allCases {
            for standing in Standing.allCases {
                let rows = SeverityRow.all.filter { $0.holds(deed, by: doer, standing) }
                #expect(rows.count == 1, "\(deed) by \(doer), \(standing): \(rows.map(\.reason))")
            }
        }
    }

    @Test func `every row has a reason, and one that no other row has`() {
        let reasons = SeverityRow.all.map(\.reason)
        #expect(reasons.allSatisfy { $0.count > 8 })
        #expect(Set(reasons).count == reasons.count)
    }

    @Test func `what AWS does by itself is medium at most`() {
        for deed in Deed.allCases where deed.isOfSomebody {
            for standing in Standing.allCases {
                let row = SeverityRow.of(deed, by: .aws, standing)
                #expect(row?.severity.map { $0 <= .medium } == true, "\(deed), \(standing)")
            }
        }
    }

    @Test func `a write of root is never low, whoever declared what`() {
        for deed in Deed.allCases where deed.isOfSomebody {
            for standing in Standing.allCases {
                let row = SeverityRow.of(deed, by: .root, standing)
                #expect(row?.severity.map { $0 >= .high } == true, "\(deed), \(standing)")
                #expect(row?.ifFailed.map { $0 >= .medium } == true, "\(deed), \(standing)")
            }
        }
    }

    @Test func `a failed attempt is at most one level from the act`() {
        for row in SeverityRow.all where !row.deeds.contains(.repairs) {
            guard let done = row.severity, let failed = row.ifFailed else { continue }
            #expect(failed <= done, "\(row.reason)")
            #expect(done.level - failed.level <= 1, "\(row.reason)")
        }
    }

    @Test func `a drill of others is low but for what a drill cannot cover`() {
        let louder = Deed.allCases.filter {
            SeverityRow.of($0, by: .others, .drill)?.severity.map { $0 > .low } ?? false
        }
        #expect(
            Set(louder) == [
                .unreadable, .asksForPassword, .warns, .comesInWithoutMFA, .silences, .hidesLoss,
                .shutsOutAll,
                .shutsOut, .listens, .alters, .unlisted,
            ])
    }
}

extension Deed {
    /// Whether it is done in AWS by somebody's credentials, so that root is another matter.
    fileprivate var isOfSomebody: Bool {
        switch self {
        case .reports, .proves, .audits, .unreadable, .reads, .continues, .prompts, .warns,
            .asksForPassword:
            false
        default: true
        }
    }
}

extension Severity {
    fileprivate var level: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}

import Samples
import Testing

@testable import Alerts

struct RedactionTests {
    private static let token = "IQoJb3JpZ2luX2VjEXAMPLE/EXAMPLE+EXAMPLE=="

    @Test func `no field of an alert lets a token through to any body`() {
        for path in AlertFields.texts {
            var alert = AlertSamples.make(.assumeRole, "AssumeRole") { _ in }
            alert[keyPath: path] = "x \(Self.token) y"
            Self.expectClean(alert, "\(path)")
        }
        for path in AlertFields.lists {
            var alert = AlertSamples.make(.assumeRole, "AssumeRole") { _ in }
            alert[keyPath: path] = ["x \(Self.token) y"]
            Self.expectClean(alert, "\(path)")
        }
    }

    private static func expectClean(_ alert: Alert, _ path: String) {
        var finished = alert
        finished.headline = ""
        finished.finish(runbook: nil, emergencyAccount: AlertSamples.emergency)
        for one in [alert, finished] {
            let message = String(decoding: one.message.encoded, as: UTF8.self)
            #expect(!message.contains("IQoJb3"), "\(path)")
            #expect(!String(decoding: one.json, as: UTF8.self).contains("IQoJb3"), "\(path)")
        }
    }
}

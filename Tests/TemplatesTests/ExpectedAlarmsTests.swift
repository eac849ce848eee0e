import Foundation
import Samples
import Templates
import Testing

struct ExpectedAlarmsTests {
    @Test func `the expected alarms are those of the template`() throws {
        let template = try String(
            contentsOf: Golden.root.appending(path: "template/hub.yaml"), encoding: .utf8)
        var alarms: [String: Set<String>] = [:]
        for resource in template.split(separator: "\n\n")
        where resource.contains("Type: AWS::CloudWatch::Alarm\n") {
            let name = String(
                try #require(resource.firstMatch(of: /\n      AlarmName: (\S+)/)).output.1)
            let isAtHome = resource.contains("\n    Condition: HasChecker\n")
            alarms[isAtHome ? "home" : "everywhere", default: []].insert(name)
        }
        #expect(alarms["everywhere"] == Set(ExpectedAlarms.everywhere))
        #expect(alarms["home"] == Set(ExpectedAlarms.atHome))
    }
}

import AccessPlan
import Foundation
import Templates
import Testing

@testable import TemplateFiles

@Suite struct TemplateFileTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "template")

    @Test func `every template is in the program, byte for byte`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
        #expect(!names.isEmpty)
        #expect(TemplateFile.all.map(\.name) == names)
        for file in TemplateFile.all {
            let written = try Data(contentsOf: Self.folder.appending(path: "\(file.name).yaml"))
            #expect(file.bytes == Array(written), "\(file.name)")
        }
    }

    /// What has no default, and what opens most conditions.
    private static let parameters = [
        "HomeBusArn": "arn:aws:events:eu-west-1:123456789012:event-bus/breakglass-hub",
        "StandbyBusArn": "arn:aws:events:us-west-2:123456789012:event-bus/breakglass-hub",
        "EmergencyAccountId": "123456789012", "HomeRegion": "eu-west-1",
        "StandbyRegion": "us-west-2", "ReportingAccountIds": "123456789012",
        "EnricherCode": "e.zip", "PublisherCode": "p.zip", "CheckerCode": "c.zip",
        "PartnerEventSource": "aws.partner/okta.com/example/log", "BreakGlassUser1": "One",
        "BreakGlassUser2": "Two", "BreakGlassUser3": "Three", "BreakGlassUser4": "Four",
        "SAMLProviderName": "Okta", "RolloutArns": "arn:aws:iam::*:role/Rollout",
        "CustodianArns": "arn:aws:iam::123456789012:role/Custodian",
        "RevokerArns": "arn:aws:iam::*:role/Revoker", "TargetIds": "r-root",
        "BreakGlassRoleArns": "arn:aws:iam::111122223333:role/BreakGlassRole",
        "OrganizationId": "o-exampleorg1", "OrganizationalUnitIds": "r-root",
        "WorkloadAccountIds": "111122223333,123456789012",
        "Regions": "eu-west-1", "RegionTemplateURL": "https://b.s3.amazonaws.com/region.yaml",
        "WorkloadTemplateURL": "https://b.s3.amazonaws.com/workload.yaml",
    ]

    @Test(arguments: TemplateFile.all.map(\.name), ["us-east-1", "eu-west-1"])
    func `every resource of every template can be resolved`(
        name: String, region: String
    ) throws {
        let template = try #require(TemplateFile.named(name)).value()
        let known = Set((template["Parameters"]?.members ?? []).map(\.name))
        let place = TemplateStack.Place(account: "123456789012", region: region, partition: "aws")
        let stack = try TemplateStack(
            template, name: "breakglass-\(name)",
            parameters: Self.parameters.filter { known.contains($0.key) }, in: place)
        let resources = try stack.resources()
        #expect(!resources.isEmpty)
        for resource in resources {
            let text = String(decoding: resource.properties.encoded(), as: UTF8.self)
            #expect(!text.contains("\"Fn::") && !text.contains("\"Ref\""), "\(resource.id)")
        }
    }

    @Test func `the queue for canaries has the filter that the check expects`() throws {
        let hub = try #require(TemplateFile.named("hub")).value()
        let subscription = hub["Resources"]?["CanarySubscription"]?["Properties"]
        #expect(
            subscription?["FilterPolicy"]?.encoded(indentation: nil)
                == Array(AlertPathNames.canaryFilter.utf8))
        #expect(
            hub["Resources"]?["Canaries"]?["Properties"]?["QueueName"]?.string
                == AlertPathNames.canaryQueue)
    }

    @Test func `the ledger's lines have the form that their reader expects`() throws {
        let hub = try #require(TemplateFile.named("hub")).value()
        let rule = hub["Resources"]?["LedgerRule"]?["Properties"]
        #expect(rule?["Name"]?.string == LedgerForm.rule)
        let transformer = rule?["Targets"]?.list?.first?["InputTransformer"]
        let paths = (transformer?["InputPathsMap"]?.members ?? []).map {
            ($0.name, $0.value.string)
        }
        #expect(Dictionary(uniqueKeysWithValues: paths) == LedgerForm.inputPaths)
        // Lines of YAML are joined by spaces.
        let template = try #require(transformer?["InputTemplate"]?.string)
        #expect(template.filter { $0 != " " } == LedgerForm.inputTemplate)
        #expect(template.utf8.count <= 8_192)
    }

    private func value(_ text: String) throws -> TemplateValue {
        try TemplateFile(name: "test", bytes: Array(text.utf8)).value()
    }

    @Test func `short forms are written out`() throws {
        #expect(
            try value("a: !Ref B\nb: !GetAtt C.D.E\nc: !Sub 'x${F}'\nd: !Not [!Condition G]")
                == [
                    "a": ["Ref": "B"], "b": ["Fn::GetAtt": ["C", "D.E"]], "c": ["Fn::Sub": "x${F}"],
                    "d": ["Fn::Not": [["Condition": "G"]]],
                ])
    }

    @Test func `plain scalars have the types of YAML, quoted ones are texts`() throws {
        #expect(
            try value("[1, true, \"1\", 'yes', 2012-10-17, ~x]")
                == [1, true, "1", "yes", "2012-10-17", "~x"])
    }

    @Test(arguments: [("a:\n  b:\n", 2), ("[a, ~]", 1), ("{a", 1)])
    func `what CloudFormation could not read is refused with its line`(
        text: String, line: Int
    ) throws {
        let error = #expect(throws: TemplateFileError.self) { try value(text) }
        #expect(error?.description.hasPrefix("template/test.yaml:\(line): ") == true)
    }
}

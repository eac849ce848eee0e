import Testing

@testable import Templates

@Suite struct ChunksTests {
    private static func members(_ count: Int, bytes: Int = 1) -> [TemplateValue.Member] {
        (1...max(count, 1)).prefix(count).map {
            .init(name: "Role\($0)", value: .text(String(repeating: "x", count: bytes)))
        }
    }

    private static func resources(_ template: TemplateValue) -> [String] {
        template["Resources"]?.names ?? []
    }

    @Test(arguments: [
        (0, []), (1, [1]), (Limit.resources, [Limit.resources]),
        (Limit.resources + 1, [Limit.resources, 1]), (1_000, [450, 450, 100]),
    ])
    func `a template holds as many resources as the limit allows`(count: Int, sizes: [Int]) {
        let templates = Self.members(count).inTemplates(of: "roles")
        #expect(templates.map { Self.resources($0).count } == sizes)
    }

    @Test func `all resources are kept, in order`() {
        let members = Self.members(1_000)
        #expect(
            members.inTemplates(of: "roles").flatMap(Self.resources) == members.map(\.name))
    }

    @Test func `no template is larger than S3 templates may be`() {
        let templates = Self.members(10, bytes: 300_000).inTemplates(of: "roles")
        #expect(templates.map { Self.resources($0).count } == [3, 3, 3, 1])
        for template in templates { #expect(template.encoded().count < Limit.templateBytes) }
    }

    @Test func `a template says what its resources are`() {
        let template = Self.members(1).inTemplates(of: "emergency roles").first
        #expect(
            template?["Description"] == "Break Glass, emergency roles, made of the plan")
        #expect(template?["AWSTemplateFormatVersion"] == "2010-09-09")
    }

    @Test(arguments: [
        ("RO", "RO"), ("Read_Only", "Readx5FOnly"), ("a-b", "ax2Db"), ("x5F", "x5F"),
        ("é", "xC3xA9"), ("２", "xEFxBCx92"), ("", ""),
    ])
    func `a logical id has only ASCII letters and digits`(name: String, id: String) {
        #expect(name.logicalID == id)
    }
}

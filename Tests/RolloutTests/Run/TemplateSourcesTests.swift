import AWSClient
import Templates
import Testing

@testable import Deployment
@testable import Rollout

@Suite struct TemplateSourcesTests {
    private static func stack(bytes: Int, account: String = "123456789012") -> WantedStack {
        WantedStack(
            stage: 1,
            at: TemplateStack.Place(account: account, region: "eu-west-1", partition: "aws"),
            name: "breakglass-hub",
            StackTemplate(
                name: "hub.yaml", bytes: Array(repeating: UInt8(ascii: "#"), count: bytes),
                value: [:]), parameters: [:])
    }

    @Test func `A template that fits into a call is sent with it`() {
        #expect(!TemplateSources.isLarge(Self.stack(bytes: 51_200).template))
        #expect(TemplateSources()[Self.stack(bytes: 2)] == .body("##"))
    }

    @Test func `A larger one is read from the bucket of the stack's own account`() {
        var sources = TemplateSources()
        let stack = Self.stack(bytes: 51_201)
        #expect(TemplateSources.isLarge(stack.template))
        sources.set("https://one", of: stack.template, in: "123456789012")
        sources.set("https://two", of: stack.template, in: "111122223333")
        #expect(sources[stack] == .url("https://one"))
        #expect(sources[Self.stack(bytes: 51_201, account: "111122223333")] == .url("https://two"))
    }
}

import Testing

@testable import Deployment

@Suite struct ReplacementTests {
    /// `Tests/Integration/template/test_replacement.py` compares the properties with CloudFormation's.
    @Test func `a name can only be set at creation`() {
        for (type, replacement) in Replacement.all {
            guard let name = replacement.name else { continue }
            #expect(replacement.always.contains(name), "\(type)")
        }
        #expect(Replacement.all["AWS::SNS::Topic"]?.name == "TopicName")
    }
}

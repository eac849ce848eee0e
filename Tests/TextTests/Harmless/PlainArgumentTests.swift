import Testing

@testable import Text

struct PlainArgumentTests {
    @Test(arguments: [
        ("jane", true), ("arn:aws:iam::111122223333:role/team/Ops", true), ("a@b,c=d", true),
        ("", false), ("--yes", false), ("a b", false), ("a;b", false), ("$(a)", false),
        ("file:///home/jane/.aws/credentials", false), ("FILE://x", false),
        ("fileb://x", false), ("http://169.254.169.254/latest", false),
        ("https://example.com/x", false), ("profile:x", true),
    ])
    func `an argument is neither an option nor something to load`(text: String, isPlain: Bool) {
        #expect(text.isPlainArgument == isPlain)
    }

    @Test(arguments: [
        ("https://sqs.eu-west-1.amazonaws.com/111122223333/lost", true),
        ("https://eu-west-1.queue.amazonaws.com/111122223333/lost", true),
        ("https://example.com/sqs.eu-west-1.amazonaws.com", false),
        ("https://sqs/x", false), ("https://a;id.queue.amazonaws.com/x", false),
        ("http://sqs.eu-west-1.amazonaws.com/x", false), ("file://sqs.a.b/x", false),
    ])
    func `a queue has an address of its own form`(text: String, isQueue: Bool) {
        #expect(text.isQueueAddress == isQueue)
    }

    @Test(arguments: [
        ("jane", true), ("a=b", true), ("jane,AttributeValue=x", false), ("=x", false),
        ("file://x", false),
    ])
    func `a member of a list has no comma`(text: String, isPlain: Bool) {
        #expect(text.isPlainMember == isPlain)
    }

    @Test(arguments: [
        ("eu-west-1", true), ("us-gov-west-1", true), ("", false), ("-x", false),
        ("EU-WEST-1", false), ("eu-west-1;id", false), ("eu west", false),
        ("abcdefghijklmnopqrstuvwxyz12345", false),
    ])
    func `a Region's name is short and plain`(text: String, isName: Bool) {
        #expect(text.isRegionName == isName)
    }
}

import Testing
import Text

@testable import Calls

/// Commands with the parts of one event.
@Suite struct CallPartsCommandsTests {
    @Test(arguments: [
        ("Active", "update --status Inactive"), ("inactive", "update --status Active"),
        ("Expired", nil),
    ])
    func `the other one of two values`(status: String, expected: String?) {
        let parts = CallParts(request: ["status": .string(status)])
        #expect(parts.fill("update --status {status?Active:Inactive}") == expected)
    }

    @Test(
        arguments: [
            (["targetId": "o-1"], "delete --target-id o-1"), ([:], "delete"),
            (["targetId": "$(x)"], nil),
        ] as [(JSON, String?)])
    func `a part in brackets is left out if the event does not state it`(
        request: JSON, expected: String?
    ) {
        #expect(CallParts(request: request).fill("delete[ --target-id {targetId}]") == expected)
    }

    @Test(
        arguments: [
            (["ids": .array(["a", "b"])], "remove --ids a b"),
            (["ids": .array(["a", "b c"])], nil),
            (["ids": .array(["a", "b;c"])], nil), ([:], nil),
        ] as [(JSON, String?)])
    func `every value of a list is an argument`(request: JSON, expected: String?) {
        #expect(CallParts(request: request).fill("remove --ids {ids*}") == expected)
    }

    @Test(
        arguments: [
            ["tags": ["b": "1", "a": "2"]], ["tags": .array([["key": "a"], ["Key": "b"]])],
            ["tags": .array([["tagKey": "a", "tagValue": "x"], ["TagKey": "b"]])],
        ] as [JSON])
    func `the keys of tags, however they are written`(request: JSON) {
        #expect(CallParts(request: request).fill("untag --keys {tags keys}") == "untag --keys a b")
    }

    @Test func `only a name may have spaces`() {
        let parts = CallParts(
            request: [
                "alarmNames": .array(["My alarm", "b"]), "topicArn": "pending confirmation",
            ],
            name: "Root Alarm")
        #expect(parts.fill("{name} {alarmNames*}") == "'Root Alarm' 'My alarm' b")
        #expect(parts.fill("{topicArn}") == nil)
    }

    @Test func `the name that was asked for is not that of the resource`() {
        let parts = CallParts(request: ["name": "mute"], name: "alarm")
        #expect(parts.fill("{name} {request.name}") == "alarm mute")
    }

    @Test(arguments: ["file:///etc/passwd", "fileb://x", "http://x", "https://example.com"])
    func `nothing that the CLI loads is an argument`(value: String) {
        let parts = CallParts(request: ["name": .string(value), "queueUrl": .string(value)])
        #expect(parts.fill("tag --name {request.name}") == nil)
        #expect(parts.fill("tag --queue-url {queueUrl}") == nil)
    }

    @Test func `a queue's address is an argument where a queue is asked for`() {
        let url = "https://sqs.eu-west-1.amazonaws.com/111122223333/lost"
        let parts = CallParts(request: ["queueUrl": .string(url), "name": .string(url)])
        #expect(parts.fill("--queue-url {queueUrl}") == "--queue-url \(url)")
        #expect(parts.fill("--name {request.name}") == nil)
    }

    @Test func `a comma begins another member of a list`() {
        let parts = CallParts(request: ["id": "a,Type=b"])
        #expect(parts.fill("--member UserId={id}") == nil)
        #expect(parts.fill("--id {id}") == "--id a,Type=b")
    }

    @Test func `a Region that none can be gives no command`() {
        let undo = Undo.run("sns delete-topic --topic-arn {arn}")
        let arn = "arn:aws:sns:eu-west-1:111122223333:t"
        #expect(undo.undoing(CallParts(arn: arn, region: "eu-west-1;id")) == .deploy)
        #expect(
            undo.undoing(CallParts(arn: arn, region: "eu-west-1"))
                == .commands(["aws sns delete-topic --topic-arn \(arn) --region eu-west-1"]))
    }

    @Test func `root is told something else than a user`() {
        let undo = Undo.byHand("Give a new one", root: "Ask who holds root")
        let root = CallParts(arn: "arn:aws:iam::123456789012:root")
        #expect(undo.undoing(root) == .byHand("Ask who holds root"))
        #expect(undo.undoing(CallParts()) == .byHand("Give a new one"))
        #expect(Undo.byHand("Give a new one").undoing(root) == .byHand("Give a new one"))
    }

    @Test func `root has no name`() {
        let parts = CallParts(arn: "arn:aws:iam::123456789012:root", name: "root")
        #expect(parts.fill("iam list-access-keys[ --user-name {name}]") == "iam list-access-keys")
        #expect(parts.fill("iam delete-login-profile --user-name {name}") == nil)
    }

    @Test func `what no command reverts is said in words`() {
        let undo = Undo.byHand("Register the device again")
        #expect(undo.undoing(CallParts()) == .byHand("Register the device again"))
        #expect(Undo.deploy.undoing(CallParts()) == .deploy)
    }
}

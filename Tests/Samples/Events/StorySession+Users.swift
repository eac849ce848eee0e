extension StorySession {
    /// Root works for a day, and reads much.
    static let rootAtWork: StorySession = {
        let root = StoryActor.root.with(key: "ASIAROOT000000000001", began: "12:00:20")
        let reads = (1...4).map { number in
            TestEvent.story("r\(number)", "12:1\(number):00", "ec2", "DescribeInstances", by: root)
                .having(#""readOnly":true"#)
        }
        return StorySession(
            description: "root at work",
            events: [
                .story("o1", "12:00:00", "signin", "CheckMfa", by: .root),
                .story("o2", "12:00:20", "signin", "ConsoleLogin", by: .root)
                    .adding(#"{"MFAUsed":"Yes"}"#),
            ] + reads + [
                .story("o3", "12:20:00", "iam", "CreateUser", by: root),
                .story("o4", "19:00:00", "ec2", "StopInstances", by: root),
            ],
            traps: [
                .story(
                    "t1", "21:10:00", "ec2", "StopInstances",
                    by: .root.with(key: "ASIAROOT000000000009", began: "21:00:20"))
            ])
    }()

    /// A break-glass user in the console and with keys.
    static let userAtWork: StorySession = {
        let user = StoryActor.user("BreakglassUser1")
        let console = user.with(key: "ASIACONSOLEUSER00001", began: "12:00:00")
        let keys = user.with(key: "AKIAUSER000000000001")
        return StorySession(
            description: "a break-glass user in the console and with keys",
            events: [
                .story("u1", "12:00:00", "signin", "ConsoleLogin", by: user)
                    .adding(#"{"MFAUsed":"Yes"}"#),
                .story("u2", "12:05:00", "ec2", "StopInstances", by: console),
                .story("u3", "12:10:00", "iam", "CreateAccessKey", by: console).answered(
                    """
                    {"accessKey":{"accessKeyId":"AKIAUSER000000000001",\
                    "userName":"BreakglassUser1","status":"Active"}}
                    """),
                .story("u4", "12:15:00", "ec2", "StartInstances", by: keys),
                .story("u5", "12:20:00", "sts", "GetSessionToken", by: keys).answered(
                    """
                    {"credentials":{"accessKeyId":"ASIATOKEN00000000001",\
                    "sessionToken":"IQoJtoken","expiration":"Jul 1, 2026, 11:00:00 PM"}}
                    """),
                .story(
                    "u6", "12:30:00", "ec2", "RunInstances",
                    by: user.with(key: "ASIATOKEN00000000001", began: "12:20:00")),
            ],
            traps: [
                .story("t1", "18:00:00", "signin", "ConsoleLogin", by: user)
                    .adding(#"{"MFAUsed":"Yes"}"#),
                .story(
                    "t2", "12:16:00", "ec2", "StartInstances",
                    by: .user("BreakglassUser2").with(key: "AKIAUSER000000000001")),
            ])
    }()

    /// `aws login`: the console's password for the command line, renewed every 15 minutes.
    static let awsLogin: StorySession = {
        let arn =
            "arn:aws:signin:eu-west-1:123456789012:session/aaaaaaaa-0000-4000-8000-000000000001"
        let user = StoryActor.user("BreakglassUser1")
        let browser = user.with(began: "12:00:00", more: #","signInSessionArn":"\#(arn)""#)
        func token(_ id: String, _ time: String, _ type: String) -> TestEvent {
            .story(
                id, time, "signin", "CreateOAuth2Token", by: browser,
                request: #"{"client_id":"arn:aws:signin:::devtools/same-device"}"#
            ).adding(#"{"success":"true","grant_type":"\#(type)"}"#).answered("null").with {
                $0.eventType = "AwsApiCall"
                $0.detailType = "AWS API Call via CloudTrail"
            }
        }
        func use(_ id: String, _ time: String, _ key: String, _ began: String) -> TestEvent {
            .story(
                id, time, "ec2", "StopInstances",
                by: user.with(
                    key: key, began: began, more: #","signInSessionArn":"\#(arn)""#))
        }
        let other = arn.replacing("000000000001", with: "000000000002")
        return StorySession(
            description: "aws login with renewals",
            events: [
                .story("l1", "12:00:00", "signin", "ConsoleLogin", by: user)
                    .adding(#"{"MFAUsed":"Yes"}"#),
                token("l2", "12:00:30", "authorization_code"),
                use("l3", "12:01:00", "ASIALOGIN00000000001", "12:00:30"),
                token("l4", "12:15:30", "refresh_token"), token("l5", "12:30:30", "refresh_token"),
                token("l6", "12:45:30", "refresh_token"),
                use("l7", "12:46:00", "ASIALOGIN00000000004", "12:45:30"),
            ],
            acts: [["l4", "l5", "l6"]],
            traps: [
                .story(
                    "t1", "18:01:00", "ec2", "StopInstances",
                    by: user.with(
                        key: "ASIALOGIN00000000009", began: "18:00:30",
                        more: #","signInSessionArn":"\#(other)""#))
            ])
    }()
}

package import AccessPlan
package import Alerts
import Events

/// A CloudTrail event. A test sets what it is about; the rest is as AWS writes it.
package struct TestEvent: Sendable {
    /// `iam` for `iam.amazonaws.com` and `aws.iam`.
    package var service: String
    package var name: String
    /// `requestParameters`, as JSON.
    package var request = "null"
    /// `responseElements`, as JSON.
    package var response = "null"
    /// `additionalEventData`, as JSON.
    package var additional: String?
    /// `userIdentity`, as JSON.
    package var identity = Self.user("dana", in: "111122223333")
    package var account = "123456789012"
    package var region = "eu-west-1"
    /// When it happened, on 1 July 2026.
    package var time = "12:00:00"
    /// CloudTrail's id.
    package var id = "5f0f6b9e-0001"
    package var address = "198.51.100.7"
    package var agent = "aws-cli/2.30.1"
    /// Further members of the record, each with a comma before it.
    package var more = ""
    package var eventType = "AwsApiCall"
    package var detailType = "AWS API Call via CloudTrail"
    /// The envelope's `source`, if it is not the service's.
    package var source: String?

    package init(_ service: String, _ name: String, _ request: String = "null") {
        self.service = service
        self.name = name
        self.request = request
        guard service == "signin" else { return }
        eventType = "AwsConsoleSignIn"
        detailType = "AWS Console Sign In via CloudTrail"
        response = #"{"\#(name)":"Success"}"#
    }

    /// The CloudTrail record without an envelope.
    package var record: String {
        """
        {"eventVersion":"1.11","userIdentity":\(identity),"eventTime":"2026-07-01T\(time)Z",\
        "eventSource":"\(service).amazonaws.com","eventName":"\(name)","awsRegion":"\(region)",\
        "sourceIPAddress":"\(address)","userAgent":"\(agent)",\
        "requestParameters":\(request),"responseElements":\(response),\
        \(additional.map { "\"additionalEventData\":\($0)," } ?? "")\
        "requestID":"8c2a2a0e-0001","eventID":"\(id)"\(more),\
        "eventType":"\(eventType)","managementEvent":true,"recipientAccountId":"\(account)",\
        "eventCategory":"Management"}
        """
    }

    /// The record as EventBridge delivers it.
    package var delivery: String {
        """
        {"version":"0","id":"0a8f7f3c-0001","detail-type":"\(detailType)",\
        "source":"\(source ?? "aws.\(service)")","account":"\(account)",\
        "time":"2026-07-01T12:00:02Z","region":"\(region)","resources":[],"detail":\(record)}
        """
    }

    /// What the reader makes of it, five minutes later.
    package func alert(plan: Plan = TestPlan.plan) -> Alert {
        EventReader(plan: plan).alert(from: Array(delivery.utf8), now: 1_782_907_500)
    }
}

extension TestEvent {
    package func with(_ change: (inout TestEvent) -> Void) -> TestEvent {
        var event = self
        change(&event)
        return event
    }

    /// Recorded in another account than the emergency access account.
    package func `in`(_ account: String) -> TestEvent { with { $0.account = account } }

    package func at(_ region: String) -> TestEvent { with { $0.region = region } }

    package func by(_ identity: String) -> TestEvent { with { $0.identity = identity } }

    package func answered(_ response: String) -> TestEvent { with { $0.response = response } }

    package func adding(_ additional: String) -> TestEvent { with { $0.additional = additional } }

    /// Further members of the record: `"readOnly":true`.
    package func having(_ members: String) -> TestEvent { with { $0.more += "," + members } }

    /// Denied. CloudTrail then usually omits the request.
    package func denied(_ message: String, code: String = "AccessDenied") -> TestEvent {
        having(#""errorCode":"\#(code)","errorMessage":"\#(message)""#)
    }
}

extension TestEvent {
    package static func user(_ name: String, in account: String = "123456789012") -> String {
        """
        {"type":"IAMUser","principalId":"AIDAEXAMPLE\(name.count)",\
        "arn":"arn:aws:iam::\(account):user/\(name)","accountId":"\(account)",\
        "accessKeyId":"AKIAIOSFODNN7EXAMPLE","userName":"\(name)"}
        """
    }

    package static func session(
        of role: String, named name: String = "dana", in account: String = "123456789012",
        more: String = ""
    ) -> String {
        """
        {"type":"AssumedRole","principalId":"AROAEXAMPLE:\(name)",\
        "arn":"arn:aws:sts::\(account):assumed-role/\(role)/\(name)","accountId":"\(account)",\
        "accessKeyId":"ASIAIOSFODNN7EXAMPLE","sessionContext":{"sessionIssuer":{"type":"Role",\
        "principalId":"AROAEXAMPLE","arn":"arn:aws:iam::\(account):role/\(role)",\
        "accountId":"\(account)","userName":"\(role)"},"attributes":{\
        "creationDate":"2026-07-01T11:58:00Z","mfaAuthenticated":"false"}\(more)}}
        """
    }

    package static func root(of account: String = "123456789012") -> String {
        """
        {"type":"Root","principalId":"\(account)","arn":"arn:aws:iam::\(account):root",\
        "accountId":"\(account)","accessKeyId":""}
        """
    }

    package static func service(_ name: String) -> String {
        #"{"type":"AWSService","invokedBy":"\#(name)"}"#
    }

    /// Another account's identity, as in the copy of the role's owner.
    package static func account(_ id: String) -> String {
        #"{"type":"AWSAccount","principalId":"AROAEXAMPLE:dana","accountId":"\#(id)"}"#
    }
}

import Testing

@testable import AccessPlan
@testable import Collector
@testable import Snapshots

struct PartsTests {
    private let home = "eu-west-1"

    /// A hub whose services answer some calls.
    private func hub(
        _ answers: [String: StandInAWS.Reply]
    ) async -> Snapshot.Hub {
        await StandInAWS { answers[$0.operation] ?? .usual }.snapshot().hub(home)
    }

    @Test func `missing and denied are distinguished`() async {
        let gone = await hub([
            "DescribeKey": .refuse("NotFoundException"),
            "GetQueueAttributes": .refuse("com.amazonaws.sqs#QueueDoesNotExist"),
            "configuration": .refuse("ResourceNotFoundException"),
            "GetTopicAttributes": .refuseXML("NotFound"),
        ])
        #expect(gone.key.isMissing)
        #expect(gone.queue("breakglass-enricher-dlq").isMissing)
        #expect(gone.function(AlertPathNames.enricher).isMissing)
        #expect(gone.topic(AlertPathNames.topic).isMissing)
        let shut = await hub([
            "DescribeKey": .refuse("AccessDeniedException"),
            "GetQueueAttributes": .refuse("AccessDenied"),
            "configuration": .refuse("AccessDeniedException"),
            "GetTopicAttributes": .refuseXML("AuthorizationError"),
            "DescribeAlarms": .refuseXML("AccessDenied"),
        ])
        #expect(shut.key.reason == .denied)
        #expect(shut.queue("breakglass-enricher-dlq").reason == .denied)
        #expect(shut.function(AlertPathNames.enricher).reason == .denied)
        #expect(shut.topic(AlertPathNames.topic).reason == .denied)
        #expect(shut.alarms.unread?.reason == .denied)
    }

    @Test func `a function without policy or destinations is read, one without a state is not`()
        async
    {
        let configuration = """
            {"FunctionArn":"arn:f","CodeSha256":"abc=","State":"Active",\
            "LastUpdateStatus":"Successful"}
            """
        let function = await hub([
            "configuration": .this(200, configuration),
            "concurrency": .this(200, #"{"ReservedConcurrentExecutions":0}"#),
            "policy": .refuse("ResourceNotFoundException"),
            "event-invoke-config": .refuse("ResourceNotFoundException"),
        ]).function(AlertPathNames.enricher)
        #expect(function.value?.reservedConcurrency == 0)
        #expect(function.value?.policy.isMissing == true)
        #expect(function.value?.destinations.isMissing == true)
        let odd = await hub([
            "configuration": .this(200, #"{"FunctionArn":"arn:f","CodeSha256":"abc="}"#)
        ]).function(AlertPathNames.enricher)
        #expect(odd.reason == .malformed)
    }

    @Test func `messages in flight and delayed count, a queue that does not count is malformed`()
        async
    {
        let queue = await hub([
            "GetQueueAttributes": .this(
                200,
                """
                {"Attributes":{"QueueArn":"arn:q","ApproximateNumberOfMessages":"1",\
                "ApproximateNumberOfMessagesNotVisible":"2",\
                "ApproximateNumberOfMessagesDelayed":"4"}}
                """)
        ]).queue("breakglass-enricher-dlq")
        #expect(queue.value == Snapshot.Queue(arn: "arn:q", messages: 7))
        let odd = await hub([
            "GetQueueAttributes": .this(200, #"{"Attributes":{"QueueArn":"arn:q"}}"#)
        ]).queue("breakglass-enricher-dlq")
        #expect(odd.reason == .malformed)
    }

    @Test func `the list is not complete if a subscription's attributes are not known`() async {
        let topic = await hub([
            "GetTopicAttributes": .this(
                200,
                """
                <R><GetTopicAttributesResult><Attributes><entry><key>Policy</key><value>{}</value>\
                </entry></Attributes></GetTopicAttributesResult></R>
                """),
            "ListSubscriptionsByTopic": .this(
                200,
                """
                <R><ListSubscriptionsByTopicResult><Subscriptions><member><SubscriptionArn>\
                PendingConfirmation</SubscriptionArn><Protocol>email</Protocol><Endpoint>a@b.c\
                </Endpoint></member><member><SubscriptionArn>arn:aws:sns:s</SubscriptionArn>\
                <Protocol>sqs</Protocol><Endpoint>arn:q</Endpoint></member></Subscriptions>\
                </ListSubscriptionsByTopicResult></R>
                """),
            "GetSubscriptionAttributes": .refuseXML("AuthorizationError"),
        ]).topic(AlertPathNames.topic).value
        #expect(topic?.subscriptions.items.map(\.isConfirmed) == [false])
        #expect(topic?.subscriptions.unread?.reason == .denied)
        #expect(topic?.keyID == nil)
    }
}

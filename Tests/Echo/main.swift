import LambdaRuntime

// Answers with the event itself: what the runtime costs and nothing else.
Runtime.run { _ in { event, _ in event } }

import LambdaRuntime

// Answers with the event itself, to measure the runtime alone.
Runtime.run { _ in { event, _ in event } }

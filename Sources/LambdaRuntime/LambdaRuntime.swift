// LambdaRuntime

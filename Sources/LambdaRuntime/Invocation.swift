/// One event for the handler.
struct Invocation {
    let context: Context
    var event: [UInt8]
}

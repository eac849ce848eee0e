/// One event on its way to the handler.
struct Invocation {
    let context: Context
    var event: [UInt8]
}

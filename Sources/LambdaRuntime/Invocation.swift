/// One event on its way to the handler.
struct Invocation {
    let context: Context
    let event: [UInt8]
}

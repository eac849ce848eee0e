internal import Synchronization

/// The id of the current invocation, for the log and the metrics. One environment handles one
/// invocation at a time.
enum CurrentRequest {
    private static let current = Mutex<String?>(nil)

    /// `nil` outside an invocation.
    static var id: String? {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
}

internal import Synchronization

/// The id of the invocation at hand, for the log and the metrics: one environment handles one
/// invocation at a time.
enum CurrentRequest {
    private static let current = Mutex<String?>(nil)

    /// `nil` outside an invocation.
    static var id: String? {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
}

import Glibc

/// A thread that runs a ``Worker`` until it is done.
struct WorkerThread: Sendable {
    private let id: pthread_t

    /// Starts the thread, which takes the worker over.
    init(running worker: sending Worker) throws(EasyHandle.Failure) {
        var id = pthread_t()
        let context = unsafe Unmanaged.passRetained(worker).toOpaque()
        let status = unsafe pthread_create(
            &id, nil,
            { context in
                guard let context = unsafe context else { return nil }
                unsafe Unmanaged<Worker>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context)
        guard status == 0 else {
            unsafe Unmanaged<Worker>.fromOpaque(context).release()
            throw .cannotStart
        }
        self.id = id
    }

    /// Waits for its end.
    func join() { _ = pthread_join(id, nil) }
}

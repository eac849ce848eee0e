internal import CCurl
import System

/// One libcurl multi handle, owned: many transfers on one thread, driven by epoll.
///
/// libcurl's own `curl_multi_poll` and `curl_multi_perform` look at every transfer each time one of
/// them has news; with 256 in flight that is most of the work. Here libcurl tells which sockets to
/// watch (<https://curl.se/libcurl/c/curl_multi_socket_action.html>), and epoll names the one that
/// has news.
@safe final class MultiHandle {
    private let raw: UnsafeMutableRawPointer
    private let poller: Poller
    private let waker: Waker?
    private let world: World

    /// When libcurl wants to be called even if no socket has news.
    private var timer: Deadline?

    /// The transfers that run, by the name libcurl has for them.
    private var running: [UnsafeMutableRawPointer: EasyHandle] = unsafe [:]

    /// Opens a handle.
    ///
    /// - Parameters:
    ///   - waker: ends a wait early; nil if only sockets and libcurl's timer do.
    ///   - connections: how many are kept open, and may be open at a time.
    ///   - world: gives the clock for libcurl's timer.
    /// - Throws: if the system gives no memory or descriptor.
    init(waker: Waker? = nil, connections: Int, world: World) throws(EasyHandle.Failure) {
        guard let raw = unsafe curl_multi_init() else {
            throw .cannotStart
        }
        unsafe self.raw = raw
        self.waker = waker
        self.world = world
        poller = try Poller()
        if let waker, !poller.watch(waker.descriptor, reading: true, writing: false) {
            throw .cannotStart
        }
        setOptions(connections: connections)
    }

    deinit {
        for easy in unsafe Array(running.values) { remove(easy) }
        unsafe curl_multi_cleanup(raw)
    }

    /// Starts a transfer on a handle that is ready for one.
    func add(_ easy: EasyHandle) throws(EasyHandle.Failure) {
        guard unsafe curl_multi_add_handle(raw, easy.raw) == CURLM_OK else {
            throw EasyHandle.Failure(code: CURLE_OUT_OF_MEMORY)
        }
        unsafe running[easy.raw] = easy
    }

    /// Cancels a transfer. Its connection is closed, because half an answer may be on its way.
    func remove(_ easy: EasyHandle) {
        unsafe running[easy.raw] = nil
        unsafe curl_multi_remove_handle(raw, easy.raw)
    }

    /// Waits for news and passes it to libcurl.
    ///
    /// - Parameter limit: in milliseconds; no limit if it is nil.
    func advance(limit: Int64?) {
        poller.wait(milliseconds: wait(limit)) { event in
            if let waker, event.socket == waker.descriptor { return waker.reset() }
            var selection: Int32 = 0
            if event.isReadable { selection |= CURL_CSELECT_IN }
            if event.isWritable { selection |= CURL_CSELECT_OUT }
            if event.isBroken { selection |= CURL_CSELECT_ERR }
            act(on: event.socket, selection)
        }
        if let timer, timer.hasPassed(in: world) {
            self.timer = nil
            act(on: breakglass_socket_timeout, 0)
        }
    }

    /// The next transfer that has ended, and how; nil if none has since the last call.
    func nextEnded() -> (easy: EasyHandle, code: CURLcode)? {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(raw, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE,
                let name = unsafe message.pointee.easy_handle,
                let easy = unsafe running.removeValue(forKey: name)
            else { continue }
            let code = unsafe breakglass_message_result(message)
            unsafe curl_multi_remove_handle(raw, name)
            return (easy, code)
        }
        return nil
    }
}

extension MultiHandle {
    private func setOptions(connections: Int) {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe breakglass_multi_setopt_socket(
            raw,
            { _, socket, what, context, _ in
                unsafe MultiHandle.socketChanged(socket, what, context)
            }, context)
        unsafe breakglass_multi_setopt_timer(
            raw, { unsafe MultiHandle.timerChanged($1, $2) }, context)
        // There are never more connections than transfers.
        unsafe breakglass_multi_setopt_long(raw, CURLMOPT_MAX_TOTAL_CONNECTIONS, connections)
        unsafe breakglass_multi_setopt_long(raw, CURLMOPT_MAXCONNECTS, connections)
        // A transfer does not wait for the new connection of another one.
        unsafe breakglass_multi_setopt_long(raw, CURLMOPT_PIPELINING, breakglass_pipe_nothing)
    }

    private func act(on socket: Int32, _ selection: Int32) {
        var left: Int32 = 0
        unsafe curl_multi_socket_action(raw, socket, selection, &left)
    }

    /// Milliseconds for epoll, rounded up so that it does not wake just before libcurl's time.
    private func wait(_ limit: Int64?) -> Int32 {
        let due = timer.map { ($0.remaining(in: world).inNanoseconds + 999_999) / 1_000_000 }
        guard let soonest = [due, limit].compactMap({ $0 }).min() else { return -1 }
        return Int32(clamping: max(0, soonest))
    }

    /// libcurl's socket callback; `context` is the multi handle.
    private static func socketChanged(
        _ socket: Int32, _ what: Int32, _ context: UnsafeMutableRawPointer?
    ) -> Int32 {
        guard let context = unsafe context else { return -1 }
        let multi = unsafe Unmanaged<MultiHandle>.fromOpaque(context).takeUnretainedValue()
        guard what != CURL_POLL_REMOVE else {
            multi.poller.forget(socket)
            return 0
        }
        let isWatched = multi.poller.watch(
            socket, reading: what & CURL_POLL_IN != 0, writing: what & CURL_POLL_OUT != 0)
        return isWatched ? 0 : -1
    }

    /// libcurl's timer callback; `context` is the multi handle.
    private static func timerChanged(
        _ milliseconds: Int, _ context: UnsafeMutableRawPointer?
    ) -> Int32 {
        guard let context = unsafe context else { return -1 }
        let multi = unsafe Unmanaged<MultiHandle>.fromOpaque(context).takeUnretainedValue()
        multi.timer =
            milliseconds < 0 ? nil : multi.world.deadline(after: .milliseconds(milliseconds))
        return 0
    }
}

internal import CLinux
import Glibc

/// Waits for any of many sockets with epoll: the cost depends on the sockets that have news, not on
/// all.
@safe final class Poller {
    /// A socket that has news.
    struct Event {
        var socket: Int32 = -1
        var isReadable = false
        var isWritable = false
        var isBroken = false
    }

    private let descriptor: Int32
    private let events: UnsafeMutableBufferPointer<epoll_event>

    init() throws(EasyHandle.Failure) {
        descriptor = epoll_create1(breakglass_epoll_close_on_exec)
        unsafe events = .allocate(capacity: 128)
        unsafe events.initialize(repeating: epoll_event())
        guard descriptor >= 0 else { throw .cannotStart }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        unsafe events.deallocate()
    }

    /// Watches a socket from now on, or for other things than before.
    ///
    /// - Returns: whether the system does so.
    func watch(_ socket: Int32, reading: Bool, writing: Bool) -> Bool {
        var event = unsafe epoll_event()
        if reading { unsafe event.events |= breakglass_epoll_in }
        if writing { unsafe event.events |= breakglass_epoll_out }
        unsafe event.data.fd = socket
        if unsafe epoll_ctl(descriptor, EPOLL_CTL_ADD, socket, &event) == 0 { return true }
        return unsafe errno == EEXIST && epoll_ctl(descriptor, EPOLL_CTL_MOD, socket, &event) == 0
    }

    /// Stops watching a socket.
    func forget(_ socket: Int32) {
        _ = epoll_ctl(descriptor, EPOLL_CTL_DEL, socket, nil)
    }

    /// Waits until a socket has news.
    ///
    /// - Parameters:
    ///   - milliseconds: longest wait; no limit if it is negative.
    ///   - each: called for every one that did.
    func wait(milliseconds: Int32, _ each: (Event) -> Void) {
        let count = unsafe epoll_wait(
            descriptor, events.baseAddress, Int32(events.count), milliseconds)
        for index in 0..<max(0, Int(count)) {
            let event = unsafe events[index]
            each(
                unsafe Event(
                    socket: event.data.fd,
                    isReadable: event.events & breakglass_epoll_in != 0,
                    isWritable: event.events & breakglass_epoll_out != 0,
                    isBroken: event.events & breakglass_epoll_fault != 0))
        }
    }
}

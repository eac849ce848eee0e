import System

/// What the thread of a ``ConcurrentClient`` does: starts what waits, ends what has ended.
final class Worker {
    /// A call on its way.
    private struct Transfer {
        let call: Call
        let reply: Inbox.Reply
        let easy: EasyHandle
    }

    private let inbox: Inbox
    private let multi: MultiHandle
    private let exchange: Exchange
    private let limit: Int
    private let world: World

    private var waiting = Queue<(call: Call, reply: Inbox.Reply)>()
    private var running: [ObjectIdentifier: Transfer] = [:]

    /// When the waiting calls are checked again: there may be thousands.
    private var nextLook: Deadline

    /// Handles without a transfer; those used last are taken first.
    private var idle: [EasyHandle] = []

    init(inbox: Inbox, multi: MultiHandle, exchange: Exchange, limit: Int, world: World) {
        self.inbox = inbox
        self.multi = multi
        self.exchange = exchange
        self.limit = limit
        self.world = world
        nextLook = world.deadline(after: .zero)
    }

    /// Works until the client is deleted.
    func run() {
        while true {
            let news = inbox.take()
            for item in news.calls { waiting.append(item) }
            if news.hasCancellations { dropCancelled() }
            if news.isClosed { return }
            startWaiting()
            // A waiting call may run out of time while no socket has news.
            multi.advance(limit: waiting.isEmpty ? nil : 100)
            endFinished()
            if !waiting.isEmpty, nextLook.hasPassed(in: world) { dropLate() }
        }
    }

    private func startWaiting() {
        while running.count < limit, let (call, reply) = waiting.popFirst() {
            let left = call.deadline.remaining(in: world)
            if call.isCancelled {
                reply.resume(returning: .failure(.cancelled))
            } else if left == .zero {
                reply.resume(returning: .failure(.waitedTooLong))
            } else {
                start(call, reply, within: min(call.time, left))
            }
        }
    }

    private func start(_ call: Call, _ reply: Inbox.Reply, within time: Duration) {
        do throws(EasyHandle.Failure) {
            let easy = if let used = idle.popLast() { used } else { try EasyHandle() }
            try exchange.prepare(easy, for: call.request, to: call.address, within: time)
            try easy.begin(sending: call.request.body.isEmpty ? nil : call.request.body)
            try multi.add(easy)
            running[ObjectIdentifier(easy)] = Transfer(call: call, reply: reply, easy: easy)
        } catch {
            reply.resume(returning: .failure(error))
        }
    }

    private func endFinished() {
        while let (easy, code) = multi.nextEnded() {
            guard let transfer = running.removeValue(forKey: ObjectIdentifier(easy)) else {
                continue
            }
            do throws(EasyHandle.Failure) {
                let status = try easy.end(code)
                transfer.reply.resume(
                    returning: .success(exchange.response(from: easy, status: status)))
            } catch {
                transfer.reply.resume(returning: .failure(error))
            }
            idle.append(easy)
        }
    }

    private func dropCancelled() {
        for (_, reply) in waiting.removeAll(where: { $0.call.isCancelled }) {
            reply.resume(returning: .failure(.cancelled))
        }
        for (id, transfer) in running where transfer.call.isCancelled {
            running[id] = nil
            multi.remove(transfer.easy)
            idle.append(transfer.easy)
            transfer.reply.resume(returning: .failure(.cancelled))
        }
    }

    private func dropLate() {
        nextLook = world.deadline(after: .milliseconds(100))
        for (_, reply) in waiting.removeAll(where: { $0.call.deadline.hasPassed(in: world) }) {
            reply.resume(returning: .failure(.waitedTooLong))
        }
    }
}

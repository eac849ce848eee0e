@preconcurrency import Glibc
import System

/// A program that is run for its output.
struct ChildProcess {
    /// Why it gave no usable output. Never contains the output.
    enum Problem: Error, Hashable {
        case notFound(String)
        case notStarted(code: Int32)
        case outOfTime
        case printedTooMuch
        case exited(status: Int32)
    }

    private let id: pid_t
    private let output: Int32

    /// Runs a program without a shell and waits for its output.
    ///
    /// It has the same input and error output as this process, so that it can ask a person
    /// something.
    ///
    /// - Parameters:
    ///   - words: the program, looked for on `PATH`, and its arguments.
    ///   - deadline: when it is killed.
    ///   - world: gives the clock.
    /// - Returns: its whole output.
    /// - Throws: how it went wrong.
    static func run(
        _ words: [String], before deadline: Deadline, in world: World
    ) throws(Problem) -> [UInt8] {
        let child = try start(words)
        defer { close(child.output) }
        guard
            let printed = SmallFile.read(
                child.output, isReady: { wait(for: $0, before: deadline, in: world) })
        else {
            child.kill()
            throw deadline.remaining(in: world).inMilliseconds > 0 ? .printedTooMuch : .outOfTime
        }
        guard let status = child.status(before: deadline, in: world) else {
            child.kill()
            throw .outOfTime
        }
        guard status == 0 else { throw .exited(status: status) }
        return printed
    }

    private static func start(_ words: [String]) throws(Problem) -> ChildProcess {
        guard let name = words.first else { throw .notFound("") }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw .notStarted(code: errno) }
        // The program gets one end as its standard output and must not inherit the descriptors.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        var arguments = words.map { strdup($0) } + [nil]
        var id: pid_t = 0
        let code = posix_spawnp(&id, name, &actions, nil, &arguments, environ)
        posix_spawn_file_actions_destroy(&actions)
        for argument in arguments { free(argument) }
        close(ends[1])
        guard code == 0 else {
            close(ends[0])
            throw code == ENOENT ? .notFound(name) : .notStarted(code: code)
        }
        return ChildProcess(id: id, output: ends[0])
    }

    /// Whether there is something to read before the deadline.
    private static func wait(
        for file: Int32, before deadline: Deadline, in world: World
    ) -> Bool {
        var state = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        while true {
            let left = min(deadline.remaining(in: world).inMilliseconds, 60_000)
            guard left > 0 else { return false }
            let count = poll(&state, 1, Int32(left))
            if count > 0 { return true }
            guard count == 0 || errno == EINTR else { return false }
        }
    }

    /// Its exit status; nil if it has not ended by the deadline.
    private func status(before deadline: Deadline, in world: World) -> Int32? {
        var status: Int32 = 0
        while true {
            let found = waitpid(id, &status, WNOHANG)
            if found == id {
                // As a shell counts: 128 and more is a signal.
                return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
            }
            guard found == 0 || errno == EINTR else { return 0 }
            guard !deadline.hasPassed(in: world) else { return nil }
            world.block(.milliseconds(2))
        }
    }

    private func kill() {
        var status: Int32 = 0
        Glibc.kill(id, SIGKILL)
        waitpid(id, &status, 0)
    }
}

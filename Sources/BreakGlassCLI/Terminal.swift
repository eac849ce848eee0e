import Foundation
import System

/// The output of the command line: the only place that writes to standard output and error.
///
/// Results go to standard output, everything about them to standard error. Color is for people: only
/// on a terminal, and never if `NO_COLOR` is set (https://no-color.org).
public struct Terminal: Sendable {
    /// Writes bytes somewhere.
    public typealias Sink = @Sendable ([UInt8]) -> Void

    private let output: Sink
    private let errors: Sink
    private let colorsErrors: Bool
    private let showsProgress: Bool

    /// Makes a terminal of two sinks.
    public init(
        output: @escaping Sink, errors: @escaping Sink, colorsErrors: Bool = false,
        showsProgress: Bool = false
    ) {
        self.output = output
        self.errors = errors
        self.colorsErrors = colorsErrors
        self.showsProgress = showsProgress
    }

    /// The process's own standard output and error.
    public static var standard: Terminal {
        let plain = World.real.environment["NO_COLOR"] != nil
        return Terminal(
            output: { write($0, to: STDOUT_FILENO) }, errors: { write($0, to: STDERR_FILENO) },
            colorsErrors: !plain && isatty(STDERR_FILENO) == 1,
            showsProgress: isatty(STDERR_FILENO) == 1)
    }

    /// Prints a line of the result.
    public func print(_ line: String) {
        output(Array((line + "\n").utf8))
    }

    /// Prints bytes of the result as they are, and a line feed.
    public func print(_ bytes: [UInt8]) {
        output(bytes + [UInt8(ascii: "\n")])
    }

    /// Writes what the next result is about.
    public func heading(_ line: String) {
        errors(Array((colorsErrors ? "\u{1B}[1m\(line)\u{1B}[0m\n" : line + "\n").utf8))
    }

    /// Writes a question, without a line feed: the answer is typed next to it.
    func prompt(_ question: String) {
        errors(Array(question.utf8))
    }

    /// Shows the progress of something long: one line that is overwritten, on a terminal only. An
    /// empty line removes it.
    public func progress(_ line: String) {
        guard showsProgress else { return }
        // A longer line would wrap, and only its last part would be overwritten.
        let shown = String(line.filter { $0.isASCII && $0 >= " " }.prefix(78))
        errors(Array("\r\u{1B}[K\(shown)".utf8))
    }

    /// Reports an error: the first line after `error:`, then each `hint:` line.
    public func error(_ description: some CustomStringConvertible) {
        say("error", color: 31, description.description)
    }

    /// Reports a fact that is not an error.
    public func note(_ text: String) {
        say("note", color: 36, text)
    }

    /// Reports what is wrong with the command line, in ArgumentParser's words.
    public func usage(_ text: String) {
        let fact = text.hasPrefix("Error: ") ? text.dropFirst(7) : Substring(text)
        say("error", color: 31, fact.prefix(1).lowercased() + fact.dropFirst())
    }

    private func say(_ label: String, color: Int, _ text: String) {
        let lines = text.split(separator: "\n").map { line in
            line.hasPrefix("hint: ")
                ? painted("hint:", 33) + line.dropFirst(5)
                : Substring(line)
        }
        errors(Array((painted(label + ":", color) + " " + lines.joined(separator: "\n")).utf8))
        errors([UInt8(ascii: "\n")])
    }

    private func painted(_ word: String, _ color: Int) -> String {
        colorsErrors ? "\u{1B}[1;\(color)m\(word)\u{1B}[0m" : word
    }

    /// Writes all bytes. It is not an error if the reader closed the pipe.
    private static func write(_ bytes: [UInt8], to file: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return
            }
        }
    }
}

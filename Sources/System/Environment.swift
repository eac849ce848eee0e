// System: what a process gets from the machine: clocks, waiting, randomness, environment.

import Glibc

/// The environment variables that a program was started with, as a value that tests can make up.
public struct Environment: Sendable {
    private let look: @Sendable (String) -> String?

    /// The variables of this process. Others get them from ``World/environment``.
    static let process = Environment { name in
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    /// Makes an environment of exactly these variables.
    public init(_ variables: [String: String]) {
        look = { variables[$0] }
    }

    private init(look: @escaping @Sendable (String) -> String?) {
        self.look = look
    }

    /// The variable's value; an empty one counts as not set.
    public subscript(name: String) -> String? {
        look(name).flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// Something that only people can do.
package struct ToDoItem: Sendable, Hashable {
    /// What it is about, for programs.
    package enum Kind: String, Sendable {
        case confirmSubscription = "confirm-subscription"
        case confirmAgain = "confirm-subscription-again"
        case nameSubscribers = "name-subscribers"
        case connectChat = "connect-chat"
        case subscribeStream = "subscribe-stream"
        case setPassword = "set-password"
        case registerDevices = "register-devices"
        case sealCredentials = "seal-credentials"
        case makeProvider = "make-saml-provider"
        case drill
        case other
    }

    /// What it is about.
    package let kind: Kind

    /// What is to be done, in sentences.
    package let text: String

    /// The command that does it, a line each; empty where it is no command. A secret is typed at a
    /// prompt: it is in no command line, history or list of processes.
    package let command: [String]

    /// What follows.
    package let then: String?

    /// Makes an item.
    package init(
        _ kind: Kind, _ text: String, command: [String] = [], then: String? = nil
    ) {
        self.kind = kind
        self.text = text
        self.command = command
        self.then = then
    }
}

extension ToDoItem {
    /// How a secret gets from a prompt to a command without being seen: `read` and `printf` are no
    /// processes, and the command reads the value from its standard input.
    ///
    /// One line of a shell: what is pasted behind it would be read as the secret.
    ///
    /// - Parameters:
    ///   - word: what the prompt asks for, one word.
    ///   - command: a command of the AWS CLI, in lines.
    ///   - option: its option that takes the secret.
    /// - Returns: the whole command, in lines.
    static func asking(for word: String, _ command: [String], option: String) -> [String] {
        let name = word.uppercased()
        let first = "printf '\(word): ' && IFS= read -rs \(name) && printf %s \"$\(name)\" |"
        let last = "\(option) file:///dev/stdin; unset \(name)"
        return ([first] + command.map { "    \($0)" } + ["        \(last)"])
            .enumerated().map { index, line in
                // After a pipe the command goes on by itself.
                index == 0 || index == command.count + 1 ? line : line + " \\"
            }
    }
}

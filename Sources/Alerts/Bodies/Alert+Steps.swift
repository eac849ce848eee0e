import Text

extension Alert {
    /// Whom to call: the plan's own words.
    func writeContacts(to out: inout JSONWriter) {
        out.key("contacts")
        out.openArray()
        for contact in contacts.prefix(16) {
            out.openObject()
            out.member("name", contact.name)
            out.member("telephone", contact.telephone)
            out.closeObject()
        }
        out.closeArray()
    }

    /// The next steps: words made harmless; commands and addresses as they are.
    func writeSteps(to out: inout JSONWriter) {
        out.key("nextSteps")
        out.openArray()
        for step in nextSteps.prefix(64) {
            var step = step
            if step.utf8.count > out.limit {
                step = step.beginning(out.limit)
                // Of a command that was cut, nothing is left.
                if step.utf8.count(where: { $0 == UInt8(ascii: "`") }) % 2 == 1,
                    let start = step.lastIndex(of: "`")
                {
                    step = String(step[..<start])
                }
            }
            var text = TextWriter(.mail, capacity: step.utf8.count + 16)
            text.step(step, proseLimit: out.limit, trimmed: false) { text, command in
                text.ours("`")
                text.command(command, limit: 2_048, isOurs: writesCommands)
                text.ours("`")
            }
            out.value(text)
        }
        out.closeArray()
    }

    /// Whether the commands of the steps were made here, of checked parts. A report brings its own.
    var writesCommands: Bool { kind != .drift }
}

extension TextWriter {
    /// A command, or an address that can be followed. One that was made here is written as it is, so that
    /// it can be pasted.
    mutating func command(_ text: UnsafeBufferPointer<UInt8>, limit: Int, isOurs: Bool) {
        if text.isPage {
            page(text)
        } else if isOurs, text.isCommand, text.count <= limit {
            ours(text)
        } else {
            theirs(text, limit: limit)
        }
    }

    /// An address that can be followed: nothing in it ends or hides a link.
    mutating func page(_ text: UnsafeBufferPointer<UInt8>) {
        if text.isSafeURL { ours(text) } else { theirs(text, limit: 600) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether it is an address and not a command.
    var isPage: Bool { starts(with: "https://".utf8) }

    /// Whether it is a command in which no medium reads markup.
    var isCommand: Bool {
        (starts(with: "aws ".utf8) || starts(with: "breakglass ".utf8))
            && isWithoutMarkup
    }
}

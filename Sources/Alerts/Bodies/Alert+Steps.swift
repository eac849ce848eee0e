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
            let step = step.beginning(out.limit)
            var text = TextWriter(.mail, capacity: step.utf8.count + 16)
            text.step(step, proseLimit: out.limit, trimmed: false) { text, command in
                text.ours("`")
                text.command(command, limit: 2_048)
                text.ours("`")
            }
            out.value(text)
        }
        out.closeArray()
    }
}

extension TextWriter {
    /// A command, or an address that can be followed.
    mutating func command(_ text: UnsafeBufferPointer<UInt8>, limit: Int) {
        if text.isPage { page(text) } else { theirs(text, limit: limit) }
    }

    /// An address that can be followed: nothing in it ends or hides a link.
    mutating func page(_ text: UnsafeBufferPointer<UInt8>) {
        let address = String(decoding: text, as: UTF8.self)
        if address.isSafeURL { ours(address) } else { theirs(text, limit: 600) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether it is an address and not a command.
    var isPage: Bool { starts(with: "https://".utf8) }
}

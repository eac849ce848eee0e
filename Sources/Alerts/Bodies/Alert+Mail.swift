import Text

extension Alert {
    /// The e-mail: plain text, most important first, at most about 24,000 bytes.
    func mailText(_ answers: Answers) -> TextWriter {
        var out = TextWriter(.mail, capacity: 6144)
        out.ours(severity.capitals)
        out.ours(": ")
        out.theirs(headline, limit: 1000)
        out.ours(".\n\n")
        answers.write(to: &out)
        out.list("What is unusual", unusual)
        writeSteps(to: &out)
        out.list("Could not be looked up", notLookedUp)
        answers.writeLinks(to: &out)
        writeSmallPrint(to: &out)
        if out.count <= 24_000 { return out }
        var short = out.cut(toBytes: 23_900)
        short.ours("\n")
        return short
    }

    private func writeSteps(to out: inout TextWriter) {
        if nextSteps.isEmpty { return }
        out.ours("\nWhat now\n")
        for (index, step) in nextSteps.prefix(20).enumerated() {
            out.ours("\(index + 1). ")
            // A command is on a line of its own, so that it can be copied.
            out.step(step, proseLimit: 600, trimmed: true) { out, command in
                out.ours("\n       ")
                out.command(command, limit: 900, isOurs: writesCommands)
            }
            out.ours("\n")
        }
    }

    private func writeSmallPrint(to out: inout TextWriter) {
        out.ours("\nSmall print\n")
        out.line("Event", id)
        out.line("Principal", principal.arn ?? principal.name)
        out.line("Access key used", principal.accessKeyID)
        out.line("Access key issued", session.issuedAccessKeyID)
        out.line("Session ends", session.expiration)
        out.line("Session", role.assumedRoleARN ?? role.assumedRoleID)
        out.line("Source identity", session.sourceIdentity)
        out.line("Role", role.arn)
        out.line("Shared event", session.sharedEventID)
        out.line("User agent", userAgent)
        out.line("Reason given", outcome.reason)
        out.line("Thread", session.thread)
        if let step = session.step, step > 1 {
            out.line("Number of this alert in its session", "\(step)")
        }
    }
}

extension TextWriter {
    /// `Label: text`; writes nothing if the text is `nil` or empty.
    mutating func line(_ label: StaticString, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        ours(label)
        ours(": ")
        theirs(text, limit: 1000)
        ours("\n")
    }
}

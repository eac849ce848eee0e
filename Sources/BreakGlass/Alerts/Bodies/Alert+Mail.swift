extension Alert {
    /// The e-mail: plain text, most important first, at most about 24,000 bytes.
    var mailText: String {
        var out = TextWriter(.mail, capacity: 4096)
        out.ours(severity.rawValue.uppercased())
        out.ours(": ")
        out.theirs(headline, limit: 1000)
        out.ours(".\n\n")
        writeAnswers(to: &out)
        out.list("What is unusual", unusual)
        writeSteps(to: &out)
        out.list("Could not be looked up", notLookedUp)
        writeLinks(to: &out)
        writeSmallPrint(to: &out)
        if out.bytes.count <= 24_000 { return out.text }
        return out.text.cut(toBytes: 23_900) + "\n"
    }

    private func writeSteps(to out: inout TextWriter) {
        if nextSteps.isEmpty { return }
        out.ours("\nWhat now\n")
        for (index, step) in nextSteps.prefix(20).enumerated() {
            out.ours("\(index + 1). ")
            // A command stands on a line of its own, so that it can be copied.
            let parts = step.split(separator: "`", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() where !part.isEmpty {
                if index % 2 == 1 {
                    out.ours("\n       ")
                    out.theirs(String(part), limit: 600)
                } else {
                    // No space at the end of a line.
                    let isLast = index == parts.count - 1
                    out.theirs(isLast ? String(part) : part.withoutTrailingSpace, limit: 600)
                }
            }
            out.ours("\n")
        }
    }

    private func writeLinks(to out: inout TextWriter) {
        let safe = links.prefix(20).filter { Link.isSafe($0.url) }
        if safe.isEmpty { return }
        out.ours("\nLinks\n")
        for link in safe {
            out.theirs(title(of: link))
            out.ours(": ")
            out.ours(link.url)
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
    }
}

extension Alert {
    /// What a link shows, in words, and which account to be signed in to.
    func title(of link: Link) -> String {
        let recordedIn = accountWords(account.recordedIn, Phrasing())
        return switch link.name {
        case "runbook": "Runbook"
        case "revokeSessions": "Revoke the role's sessions, in \(accountWords(placeID, Phrasing()))"
        case "user": "The user in IAM"
        case "event": "The event in CloudTrail, in \(recordedIn)"
        case "whatThisKeyDid": "What the access key did, in \(recordedIn)"
        default: link.name
        }
    }
}

extension TextWriter {
    /// A heading and its items, nothing where there are none.
    mutating func list(_ heading: StaticString, _ items: [String]) {
        if items.isEmpty { return }
        ours("\n")
        ours(heading)
        ours("\n")
        for item in items.prefix(20) {
            ours("- ")
            theirs(item, limit: 1000)
            ours("\n")
        }
    }

    /// `Label: text`, nothing where there is no text.
    mutating func line(_ label: StaticString, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        ours(label)
        ours(": ")
        theirs(text, limit: 1000)
        ours("\n")
    }
}

extension Substring {
    /// The same without a space at its end.
    fileprivate var withoutTrailingSpace: String {
        String(last == " " ? dropLast() : self)
    }
}

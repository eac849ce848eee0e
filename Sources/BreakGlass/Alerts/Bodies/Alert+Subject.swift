extension Alert {
    /// The e-mail's subject: at most 100 printable ASCII characters, never a line break.
    ///
    /// `[CRITICAL] Root signed in to security without MFA`; who, what and where in as few words as
    /// can be, and whether it was expected where that is good news.
    var subjectLine: String {
        var line = TextWriter(.subject, capacity: 160)
        line.ours("[")
        line.ours(severity.rawValue.uppercased())
        if expected.state == .declared { line.ours(", declared") }
        if expected.state == .drill { line.ours(", drill") }
        line.ours("] ")
        appendBriefHeadline(to: &line, length: 100)
        return line.text
    }

    /// The text message: at most 140 characters of GSM 7-bit's basic set.
    var smsText: String {
        var line = TextWriter(.sms, capacity: 200)
        line.ours(severity.rawValue.uppercased())
        if expected.state == .declared { line.ours(" (declared)") }
        if expected.state == .drill { line.ours(" (drill)") }
        line.ours(": ")
        var end = TextWriter(.sms, capacity: 40)
        if let time = eventTime, time.utf8.count >= 16 {
            end.ours(", ")
            let clock = String.UnicodeScalarView(time.unicodeScalars.dropFirst(11).prefix(5))
            end.theirs(String(clock))
            end.ours("Z")
        }
        appendBriefHeadline(to: &line, length: 140 - end.bytes.count)
        line.ours(end.text)
        return line.text
    }

    /// Appends the headline in few words, names as long as leaves room for all of it; what a report
    /// brought along is cut at the end.
    private func appendBriefHeadline(to line: inout TextWriter, length: Int) {
        let start = line.bytes.count
        if kind != .drift {
            for limit in [40, 32, 24, 18, 14] {
                line.theirs(headline(Phrasing(isBrief: true, nameLimit: limit)), limit: 400)
                if line.bytes.count <= length { return }
                if limit > 14 { line.truncate(to: start) }
            }
        } else {
            line.theirs(headline, limit: 400)
        }
        guard line.bytes.count > length else { return }
        line.truncate(to: max(start, length - 3))
        line.ours("...")
    }
}

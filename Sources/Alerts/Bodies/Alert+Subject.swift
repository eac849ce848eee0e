import Text

extension Alert {
    /// The e-mail's subject: at most 100 printable ASCII characters, never a line break.
    ///
    /// `[CRITICAL] Root signed in to security without MFA`; who, what and where in as few words as
    /// can be, and whether it was expected where that is good news.
    func subjectLine(_ brief: String) -> TextWriter {
        var line = TextWriter(.subject, capacity: 160)
        line.ours("[")
        line.ours(severity.capitals)
        if expected.state == .declared { line.ours(", declared") }
        if expected.state == .drill { line.ours(", drill") }
        line.ours("] ")
        append(brief, to: &line, length: 100)
        return line
    }

    /// The text message, with what to do first where there is space: at most 140 characters of GSM
    /// 7-bit's basic set.
    func smsText(_ brief: String) -> TextWriter {
        var line = TextWriter(.sms, capacity: 200)
        // "Undo it, then lock the user", or no more than "Undo it".
        for act in [firstAct, firstAct?.beforeFirst(UInt8(ascii: ","))] {
            guard let act else { break }
            if writeSMS(brief, then: ". \(act)", to: &line) { return line }
            line.truncate(to: 0)
        }
        writeSMS(brief, then: "", to: &line)
        return line
    }

    /// - Returns: whether nothing had to be cut.
    @discardableResult
    private func writeSMS(_ brief: String, then act: String, to line: inout TextWriter) -> Bool {
        line.ours(severity.capitals)
        if expected.state == .declared { line.ours(" (declared)") }
        if expected.state == .drill { line.ours(" (drill)") }
        line.ours(": ")
        var end = TextWriter(.sms, capacity: 60)
        if let time = eventTime, time.utf8.count >= 16 {
            end.ours(", ")
            end.theirs(String(decoding: time.utf8.dropFirst(11).prefix(5), as: UTF8.self))
            end.ours("Z")
        }
        end.ours(act)
        let fits = append(brief, to: &line, length: 140 - end.count)
        line.ours(end.text)
        return fits
    }

    /// The headline in few words; the one a report brought along as it is.
    var briefHeadline: String {
        kind == .drift ? headline : headline(Phrasing(isBrief: true, nameLimit: 40))
    }

    /// Appends the headline in few words, with shorter names where it does not fit, cut at the end
    /// where that does not help.
    /// - Returns: whether nothing had to be cut.
    @discardableResult
    private func append(_ brief: String, to line: inout TextWriter, length: Int) -> Bool {
        let start = line.count
        line.theirs(brief, limit: 400)
        if kind != .drift {
            // That AWS does not see MFA goes before any letter of a name.
            for limit in [40, 32, 24, 18, 14] where line.count > length {
                line.truncate(to: start)
                let phrasing = Phrasing(isBrief: true, nameLimit: limit, saysHiddenMFA: false)
                line.theirs(headline(phrasing), limit: 400)
            }
        }
        guard line.count > length else { return true }
        line.truncate(to: max(start, length - 3))
        line.ours("...")
        return false
    }
}

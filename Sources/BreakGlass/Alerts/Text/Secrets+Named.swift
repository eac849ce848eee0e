extension Secrets {
    /// Names whose value is a secret, in lower case.
    private static let names: [StaticString] = [
        "sessiontoken", "session_token", "session-token", "securitytoken", "security-token",
        "secretaccesskey", "secret_access_key", "secret-access-key", "secretkey", "samlassertion",
        "samlresponse", "webidentitytoken", "client_secret", "clientsecret", "client_assertion",
        "accesstoken", "access_token", "id_token", "refresh_token", "refreshtoken",
        "password", "bearer",
    ]

    /// Whether an access key id stands anywhere in the text.
    static func hasAccessKeyID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 20 else { return false }
        return (0...(text.count - 20)).contains { index in
            text[index] == UInt8(ascii: "A")
                && (text.equals("akia", at: index) || text.equals("asia", at: index))
        }
    }

    /// The value of the secret that the run names: `sessionToken=…`, `"sessionToken": "…"`,
    /// `<SessionToken>…`.
    static func namedValue(
        after run: Range<Int>, in text: UnsafeBufferPointer<UInt8>
    ) -> Range<Int>? {
        guard names.contains(where: { ends(run, with: $0, in: text) }) else { return nil }
        var start = run.upperBound
        // In prose, "the password is wrong" names no value: a space separates only after a flag.
        var separated =
            text.equals("--", at: run.lowerBound) || text.equals("bearer", at: run.lowerBound)
        while start < text.count, start - run.upperBound < 8, separators.contains(text[start]) {
            separated = separated || assignments.contains(text[start])
            start += 1
        }
        guard separated else { return nil }
        var end = start
        while end < text.count, !ends.contains(text[end]) { end += 1 }
        return end > start ? start..<end : nil
    }

    private static let assignments = ByteSet(":=>")
    private static let separators = ByteSet(":=>\"'\\ ")
    private static let ends = ByteSet(" \"'\\,;&<>)}]", controls: true)

    private static func ends(
        _ run: Range<Int>, with name: StaticString, in text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let start = run.upperBound - name.utf8CodeUnitCount
        return start >= run.lowerBound && text.equals(name, at: start)
    }
}

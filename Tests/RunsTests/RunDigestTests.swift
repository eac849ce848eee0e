import Runs
import Testing

struct RunDigestTests {
    @Test(arguments: [
        RunDigest(takenAt: 0),
        RunDigest(
            takenAt: 1, toldAt: 5, cleanRuns: 2, changes: ["00g\"1": 7],
            found: ["a|drifted|x\u{202E}y", "b|open|z"]),
    ])
    func `a digest that was written is the one that is read`(digest: RunDigest) throws {
        #expect(try RunDigest(json: digest.json) == digest)
    }

    @Test(arguments: [
        ("", "it is not a digest"), ("null", "it is not a digest"), ("[]", "it is not a digest"),
        ("{}", "it is not a digest"),
        (#"{"schema":"breakglass.digest/2","takenAt":1}"#, "its schema is breakglass.digest/2"),
        (#"{"takenAt":1}"#, "its schema is not stated"),
        (#"{"schema":"breakglass.digest/1"}"#, "it is not a digest"),
        (#"{"schema":"breakglass.digest/1","takenAt":1"#, "it is not a digest"),
    ])
    func `what is not a digest is not read as one`(text: String, why: String) {
        let error = #expect(throws: RunDigest.Malformed.self) {
            try RunDigest(json: Array(text.utf8))
        }
        #expect(error?.description == why)
    }
}

import Testing

@testable import Time

struct TimestampTests {
    @Test(arguments: [
        (0, "19700101T000000Z"), (1_440_938_160, "20150830T123600Z"),
        (1_709_164_800, "20240229T000000Z"), (-1, "19691231T235959Z"),
        (4_102_444_799, "20991231T235959Z"), (951_782_400, "20000229T000000Z"),
    ])
    func `a moment is written as AWS wants it`(seconds: Int64, text: String) {
        #expect(Timestamp(secondsSince1970: seconds).basic == text)
    }

    @Test func `every day from 1600 to 2600 is read back as it was written`() throws {
        for day in stride(from: Int64(-135_140), to: 230_000, by: 1) {
            let moment = Timestamp(secondsSince1970: day * 86_400 + 43_199)
            let text = moment.date
            let iso = "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))T11:59:59Z"
            try #require(Timestamp(iso8601: iso) == moment)
        }
    }

    @Test(arguments: [
        "2015-08-30T12:36:00Z", "2015-08-30T12:36:00.123456Z", "2015-08-30T14:36:00+02:00",
        "2015-08-30T12:36:00UTC", "2015-08-30T07:06:00-0530", "2015-08-30 12:36:00+00:00",
    ])
    func `ISO 8601 is read as AWS and its tools write it`(text: String) {
        #expect(Timestamp(iso8601: text)?.secondsSince1970 == 1_440_938_160)
    }

    @Test(arguments: [
        "", "2015-08-30", "2015-08-30T12:36:00", "2015-13-30T12:36:00Z", "2015-08-30T25:36:00Z",
        "2015-08-30T12:36:00+1", "201a-08-30T12:36:00Z", "2015-08-30T12:36:00.Zx",
        "+015-08-30T12:36:00Z", "２０１５-08-30T12:36:00Z",
    ])
    func `text that is not a time is rejected`(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test func `the date of an HTTP header is read`() {
        let moment = Timestamp(httpDate: "Sun, 30 Aug 2015 12:36:00 GMT")
        #expect(moment?.secondsSince1970 == 1_440_938_160)
        #expect(Timestamp(httpDate: "Sunday, 30-Aug-15 12:36:00 GMT") == nil)
        #expect(Timestamp(httpDate: "") == nil)
    }

    @Test func `no number of seconds traps`() {
        #expect(Timestamp(secondsSince1970: .max).basic == "99991231T235959Z")
        #expect(Timestamp(secondsSince1970: .min).basic == "00000101T000000Z")
        #expect(Timestamp(secondsSince1970: 1).advanced(by: .max).basic == "99991231T235959Z")
    }

    @Test(arguments: [
        "2026-07-01T12:08:19Z", "2026-07-01T12:08:19.5Z", "20260701T120819Z",
        "Jul 1, 2026, 12:08:19 PM", "Jul 1, 2026 12:08:19 PM", "Jul 01, 2026, 12:08:19\u{202F}PM",
        "July 1, 2026, 12:08:19\u{00A0}pm", "2026-07-01T14:08:19+02:00",
    ])
    func `every form that CloudTrail has used is read`(text: String) {
        #expect(Timestamp(cloudTrail: text)?.iso8601 == "2026-07-01T12:08:19Z")
    }

    @Test(arguments: [
        ("12:00:00 AM", "00:00:00"), ("12:59:59 PM", "12:59:59"), ("1:02:03 PM", "13:02:03"),
    ])
    func `noon and midnight are distinguished`(text: String, clock: String) {
        #expect(Timestamp(cloudTrail: "Jan 2, 2026, \(text)")?.iso8601 == "2026-01-02T\(clock)Z")
    }

    @Test(arguments: [
        "Jan 01, 2019 0:00:00 PM", "Jan 1, 2019 13:00:00 PM", "Foo 1, 2019 1:00:00 PM",
        "Jan 1, 2019 1:00:00", "Jan 99999, 2019 1:00:00 PM", "now", "1780000000",
        String(repeating: "1", count: 100_000),
    ])
    func `text that is not a time of CloudTrail's is rejected`(text: String) {
        #expect(Timestamp(cloudTrail: text) == nil)
    }

    @Test func `the log's form has milliseconds`() {
        let moment = Timestamp(secondsSince1970: 1_440_938_160, milliseconds: 7)
        #expect(moment.rfc3339 == "2015-08-30T12:36:00.007Z")
        #expect(moment.millisecondsSince1970 == 1_440_938_160_007)
    }
}

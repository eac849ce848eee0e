import Foundation
import Testing

@testable import LambdaRuntime
@testable import Time

struct EmbeddedMetricTests {
    private let now = Timestamp(secondsSince1970: 1_795_233_616, milliseconds: 123)

    private func text(_ metric: EmbeddedMetric, requestID: String? = nil) -> String {
        String(decoding: metric.line(at: now, requestID: requestID), as: UTF8.self)
    }

    @Test func `a line is what CloudWatch's specification asks for`() {
        var metric = EmbeddedMetric(
            namespace: "BreakGlass", dimensions: ["kind": "drift", "severity": "high"])
        metric.add("Alerts", 1)
        metric.add("Delay", 12.5)
        #expect(
            text(metric, requestID: "id-1")
                == #"{"_aws":{"Timestamp":1795233616123,"CloudWatchMetrics":[{"Namespace":"#
                + #""BreakGlass","Dimensions":[["kind","severity"]],"Metrics":["#
                + #"{"Name":"Alerts","Unit":"Count"},{"Name":"Delay","Unit":"Count"}]}]},"#
                + #""requestId":"id-1","kind":"drift","severity":"high","Alerts":1.0,"Delay":12.5}"#
                + "\n")
    }

    @Test func `without dimensions there is one empty set`() {
        #expect(text(EmbeddedMetric(namespace: "N")).contains(#""Dimensions":[[]]"#))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a value that is no number does not cost the line`(value: Double) throws {
        var metric = EmbeddedMetric(namespace: "N")
        metric.add("Bad", value)
        metric.add("Good", 1)
        #expect(!text(metric).contains("Bad"))
        #expect(text(metric).contains("Good"))
    }

    @Test func `hostile text stays in its place`() throws {
        let name = "a\n\"}{\u{2028}"
        let line = EmbeddedMetric(namespace: name, dimensions: ["d": name]).line(
            at: now, requestID: name)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        #expect(object["d"] as? String == name)
        #expect(object["requestId"] as? String == name)
        #expect(line.count { $0 == UInt8(ascii: "\n") } == 1)
    }
}

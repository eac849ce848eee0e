import Testing

@testable import Alerts

struct EventNameTests {
    @Test(arguments: [
        ("UpdateFunctionCode20150331v2", "UpdateFunctionCode"), ("StopLogging", "StopLogging"),
        ("DeleteFunction20150331", "DeleteFunction"), ("PutImage2015033", "PutImage2015033"),
        ("Put120150331", "Put120150331"), ("Getv2", "Getv2"), ("20150331", "20150331"),
        ("20150331v2", "20150331v2"), ("", ""), ("2", "2"), ("v2", "v2"),
    ])
    func `only the date and version of an API are left out`(name: String, expected: String) {
        #expect(EventName.withoutVersion(name) == expected)
    }
}

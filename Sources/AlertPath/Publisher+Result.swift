extension Publisher.Result {
    /// The function's response: `{"result":"published","topics":2}`.
    public var json: [UInt8] {
        switch self {
        case .notDue: Array(#"{"result":"not_due"}"#.utf8)
        case .alreadyPublished: Array(#"{"result":"already_published"}"#.utf8)
        case .digested: Array(#"{"result":"digested"}"#.utf8)
        case .toldByHome: Array(#"{"result":"told_by_home"}"#.utf8)
        case .canary(true): Array(#"{"result":"canary_published"}"#.utf8)
        case .canary(false): Array(#"{"result":"canary_not_published"}"#.utf8)
        case .published(let topics):
            Array(#"{"result":"published","topics":\#(topics.count)}"#.utf8)
        }
    }

    /// The metric that counts it, e.g. `AlertsPublished`.
    public var metric: String {
        switch self {
        case .notDue: "AlertsNotDue"
        case .alreadyPublished: "AlertsRepeated"
        case .published: "AlertsPublished"
        case .digested: "AlertsDigested"
        case .toldByHome: "AlertsToldByHome"
        case .canary(true): "CanariesPublished"
        case .canary(false): "CanariesNotPublished"
        }
    }
}

import Testing
import Text

@testable import Trails

/// Selectors as `GetEventSelectors` answers them, and what a trail with them logs.
struct ManagementEventsTests {
    @Test(arguments: [
        #"{"EventSelectors":[{"ReadWriteType":"All","IncludeManagementEvents":true}]}"#,
        #"{"EventSelectors":[{"IncludeManagementEvents":true,"ReadWriteType":"All"}],"AdvancedEventSelectors":null}"#,
        #"{"EventSelectors":[{}]}"#,
        #"{"EventSelectors":[{"ReadWriteType":"All","ExcludeManagementEventSources":[],"DataResources":[]}]}"#,
        // Two basic selectors take reads and writes apart.
        #"{"EventSelectors":[{"ReadWriteType":"ReadOnly"},{"ReadWriteType":"WriteOnly"}]}"#,
        advanced(management()),
        // Selectors of other categories beside it.
        advanced(data, network, management()),
        advanced(management(), management(#"{"Field":"readOnly","Equals":["false"]}"#)),
        // Reads and writes apart.
        advanced(
            management(#"{"Field":"readOnly","Equals":["true"]}"#),
            management(#"{"Field":"readOnly","Equals":["false"]}"#)),
        advanced(management(#"{"Field":"readOnly","Equals":["true","false"]}"#)),
        // What one leaves out, another takes.
        advanced(
            management(#"{"Field":"eventSource","NotEquals":["kms.amazonaws.com"]}"#),
            management(#"{"Field":"eventSource","Equals":["kms.amazonaws.com"]}"#)),
        advanced(
            management(#"{"Field":"eventSource","NotEquals":["kms.amazonaws.com"]}"#),
            management(#"{"Field":"eventSource","NotEquals":["sts.amazonaws.com"]}"#)),
        advanced(
            management(#"{"Field":"eventSource","NotEquals":["kms.amazonaws.com"]}"#),
            management(#"{"Field":"eventSource","StartsWith":["kms."]}"#)),
        // An answer may list the operators that are not used.
        #"{"AdvancedEventSelectors":[{"Name":"all","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"],"NotEquals":[],"StartsWith":null}]}]}"#,
    ])
    func `all management events are logged`(_ answer: String) throws {
        #expect(try events(answer) == .all)
    }

    @Test(arguments: [
        (#"{}"#, "management events are left out"),
        (#"{"EventSelectors":[],"AdvancedEventSelectors":[]}"#, "management events are left out"),
        (
            #"{"EventSelectors":[{"IncludeManagementEvents":false}]}"#,
            "management events are left out"
        ),
        (
            #"{"EventSelectors":[{"ReadWriteType":"All","IncludeManagementEvents":false},{"ReadWriteType":"WriteOnly"}]}"#,
            "read events are left out"
        ),
        (#"{"EventSelectors":[{"ReadWriteType":"WriteOnly"}]}"#, "read events are left out"),
        (#"{"EventSelectors":[{"ReadWriteType":"ReadOnly"}]}"#, "write events are left out"),
        (
            #"{"EventSelectors":[{"ReadWriteType":"None"}]}"#,
            "only some events are logged, by ReadWriteType None"
        ),
        (
            #"{"EventSelectors":[{"ReadWriteType":"All","ExcludeManagementEventSources":["rdsdata.amazonaws.com","kms.amazonaws.com"]}]}"#,
            "events of kms.amazonaws.com, rdsdata.amazonaws.com are left out"
        ),
        (advanced(data), "management events are left out"),
        (advanced(network), "management events are left out"),
        (
            advanced(management(#"{"Field":"readOnly","Equals":["false"]}"#)),
            "read events are left out"
        ),
        (
            advanced(management(#"{"Field":"readOnly","Equals":["true"]}"#)),
            "write events are left out"
        ),
        (
            advanced(management(#"{"Field":"eventSource","NotEquals":["sts.amazonaws.com"]}"#)),
            "events of sts.amazonaws.com are left out"
        ),
        // Reads of every source, but writes of all except one.
        (
            advanced(
                management(#"{"Field":"readOnly","Equals":["true"]}"#),
                management(
                    #"{"Field":"readOnly","Equals":["false"]},{"Field":"eventSource","NotEquals":["iam.amazonaws.com"]}"#
                )),
            "events of iam.amazonaws.com are left out"
        ),
        (
            advanced(
                management(
                    #"{"Field":"eventSource","NotEquals":["kms.amazonaws.com","sts.amazonaws.com"]}"#
                ),
                management(#"{"Field":"eventSource","EndsWith":["ms.amazonaws.com"]}"#)),
            "events of sts.amazonaws.com are left out"
        ),
        // The selector that names one source takes its writes only.
        (
            advanced(
                management(#"{"Field":"eventSource","NotEquals":["sts.amazonaws.com"]}"#),
                management(
                    #"{"Field":"eventSource","Equals":["sts.amazonaws.com"]},{"Field":"readOnly","Equals":["false"]}"#
                )),
            "events of sts.amazonaws.com are left out"
        ),
        // Named sources alone, or a spelling: the rest is not proven.
        (
            advanced(management(#"{"Field":"eventSource","Equals":["sts.amazonaws.com"]}"#)),
            "management events are left out"
        ),
        (
            advanced(management(#"{"Field":"eventSource","NotStartsWith":["sts"]}"#)),
            "management events are left out"
        ),
        (
            advanced(management(#"{"Field":"eventSource","EndsWith":[".amazonaws.com"]}"#)),
            "management events are left out"
        ),
        // Fields and operators that are not known here prove nothing.
        (
            advanced(management(#"{"Field":"eventName","NotEquals":["AssumeRole"]}"#)),
            "only some events are logged, by eventName"
        ),
        (
            advanced(management(#"{"Field":"userIdentity.arn","NotStartsWith":["arn:aws:sts"]}"#)),
            "only some events are logged, by userIdentity.arn"
        ),
        (
            advanced(management(#"{"Field":"eventType","Equals":["AwsApiCall"]}"#)),
            "only some events are logged, by eventType"
        ),
        (
            advanced(management(#"{"Field":"sessionCredentialFromConsole","Equals":["true"]}"#)),
            "only some events are logged, by sessionCredentialFromConsole"
        ),
        (
            advanced(management(#"{"Field":"readOnly","Matches":["*"]}"#)),
            "only some events are logged, by readOnly"
        ),
        (
            advanced(management(#"{"Field":"eventSource"}"#)),
            "only some events are logged, by eventSource"
        ),
        (
            advanced(management(#"{"Equals":["x"]}"#)),
            "only some events are logged, by a field without a name"
        ),
        (#"{"AdvancedEventSelectors":[{"FieldSelectors":[]}]}"#, "management events are left out"),
        (
            #"{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","NotEquals":["Data"],"Equals":["Data"]}]}]}"#,
            "management events are left out"
        ),
    ])
    func `what is left out is said`(_ answer: String, _ left: String) throws {
        #expect(try events(answer) == .notAll(left))
    }

    private func events(_ answer: String) throws -> ManagementEvents {
        ManagementEvents(selectors: try #require(JSON(Array(answer.utf8))))
    }
}

private let data =
    #"{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::S3::Object"]}]}"#
private let network =
    #"{"FieldSelectors":[{"Field":"eventCategory","Equals":["NetworkActivity"]},{"Field":"eventSource","Equals":["kms.amazonaws.com"]}]}"#

/// An advanced selector of management events with these further field selectors.
private func management(_ fields: String = "") -> String {
    #"{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}"#
        + (fields.isEmpty ? "" : "," + fields) + "]}"
}

private func advanced(_ selectors: String...) -> String {
    #"{"AdvancedEventSelectors":["# + selectors.joined(separator: ",") + "]}"
}

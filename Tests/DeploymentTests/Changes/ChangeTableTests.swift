import Deployment
import Templates
import Testing

@Suite struct ChangeTableTests {
    private typealias Row = ChangeTable.Row

    private static let emergency = "123456789012"

    private static func place(_ region: String, _ account: String = emergency)
        -> TemplateStack.Place
    {
        .init(account: account, region: region, partition: "aws")
    }

    private static func create(_ count: Int) -> ChangeTable.Act {
        .step(
            .create(
                .resources(
                    (0..<count).map { ResourceChange(.create, id: "R\($0)", type: "AWS::T") })))
    }

    private static let hub = ChangeTable.Act.step(
        .update(
            .resources([
                ResourceChange(
                    .change, id: "Enricher", type: "AWS::Lambda::Function",
                    properties: ["Code", "Environment"]),
                ResourceChange(
                    .replace, id: "AlertTopic", type: "AWS::SNS::Topic", properties: ["TopicName"],
                    loss: "subscriptions"),
                ResourceChange(.create, id: "NewRule", type: "AWS::Events::Rule"),
                ResourceChange(
                    .mayReplace, id: "Table", type: "AWS::DynamoDB::Table",
                    properties: ["KeySchema"], loss: "sent alerts"),
                ResourceChange(.leave, id: "Log", type: "AWS::Logs::LogGroup"),
                ResourceChange(.delete, id: "OldRule", type: "AWS::Events::Rule"),
            ])))

    private static let rows = [
        Row(place("eu-west-1"), "breakglass-code", .step(.none)),
        Row(place("us-west-2"), "breakglass-code", .step(.none)),
        Row(place("eu-west-1"), "breakglass-evidence", .step(.none)),
        Row(place("eu-west-1"), "breakglass-hub", hub),
        Row(place("us-west-2"), "breakglass-hub", .step(.wait(status: "UPDATE_IN_PROGRESS"))),
        Row(place("eu-west-1"), "breakglass-region", create(18)),
        Row(place("us-west-2"), "breakglass-region", create(18)),
        Row(place("us-east-1"), "breakglass-region", create(19)),
        Row(
            place("eu-west-1"), "breakglass-access",
            .step(.createAgain(because: "ROLLBACK_COMPLETE: no room", .resources([])))),
        Row(
            place("eu-west-1"), "breakglass-workload",
            .step(.continueRollback(because: "UPDATE_ROLLBACK_FAILED"))),
        Row(
            place("eu-west-1"), "breakglass-trail",
            .step(.stop(reason: "it is in the status NEW", hint: "aws cloudformation …"))),
        Row(
            place("eu-west-1"), "breakglass-management",
            .step(.update(.unknown(because: "the deployed template could not be read")))),
        Row(
            place("eu-west-1"), "breakglass-guard",
            .delete(.resources([ResourceChange(.delete, id: "G", type: "AWS::Events::Rule")]))),
    ]

    @Test func `stack by stack, Regions together, and resource by resource where one changes`() {
        let text = ChangeTable(Self.rows).lines.joined(separator: "\n")
        #expect(
            text == """
                account 123456789012
                  breakglass-hub         update  eu-west-1
                        ~ change Enricher (AWS::Lambda::Function): Code, Environment
                      -/+ replace AlertTopic (AWS::SNS::Topic): TopicName
                          LOST: subscriptions
                        + create NewRule (AWS::Events::Rule)
                      ~/+ may replace Table (AWS::DynamoDB::Table): KeySchema
                          LOST: sent alerts
                        = leave Log (AWS::Logs::LogGroup)
                        - delete OldRule (AWS::Events::Rule)
                  breakglass-hub         wait  us-west-2
                      UPDATE_IN_PROGRESS
                  breakglass-region      create  eu-west-1, us-west-2
                      18 resources in each Region
                  breakglass-region      create  us-east-1
                      19 resources
                  breakglass-access      create again  eu-west-1
                      ROLLBACK_COMPLETE: no room
                      0 resources
                  breakglass-workload    roll back  eu-west-1
                      UPDATE_ROLLBACK_FAILED
                  breakglass-trail       refused  eu-west-1
                      it is in the status NEW
                      hint: aws cloudformation …
                  breakglass-management  update  eu-west-1
                      cannot be shown resource by resource: the deployed template could not be read
                  breakglass-guard       delete  eu-west-1
                        - delete G (AWS::Events::Rule)
                  as planned: breakglass-code (2), breakglass-evidence

                WARNING: this run loses what cannot be made again:
                  AlertTopic of breakglass-hub: subscriptions
                    in 123456789012 eu-west-1
                  Table of breakglass-hub: sent alerts
                    in 123456789012 eu-west-1

                stacks: 4 to create, 2 to update, 1 to delete, 1 to wait for, \
                1 to roll back, 1 refused, 3 as planned
                resources: 56 to create, 1 to change, 1 to replace, 1 that may be replaced, \
                2 to delete, 1 to leave behind; not counted: 1 stack that cannot be shown \
                resource by resource
                """)
    }

    @Test func `a hundred accounts in seventeen Regions take a few lines`() {
        let accounts = (0..<100).map { "\(111_122_223_300 + $0)" }
        let regions = (0..<17).map { "eu-region-\($0 + 10)" }
        let rows = accounts.flatMap { account in
            regions.map { region in
                Row(
                    Self.place(region, account), "breakglass-region", isOfStackSet: true,
                    Self.create(16))
            }
        }
        let text = ChangeTable(rows).lines.joined(separator: "\n")
        #expect(
            text == """
                100 accounts: 111122223300, 111122223301, 111122223302, 111122223303, 111122223304, 111122223305,
                    111122223306, 111122223307, 111122223308, 111122223309, 111122223310, and 89 more
                  breakglass-region (stack set)  create  eu-region-10, eu-region-11, eu-region-12, eu-region-13,
                      eu-region-14, eu-region-15, eu-region-16, eu-region-17, eu-region-18, eu-region-19,
                      eu-region-20, eu-region-21, eu-region-22, eu-region-23, eu-region-24, eu-region-25,
                      eu-region-26
                      16 resources in each Region

                stacks: 1700 to create, 0 to update, 0 to delete, 0 as planned
                resources: 27200 to create, 0 to change, 0 to replace, 0 to delete
                """)
    }

    @Test func `an account that differs has a block of its own`() {
        let rows = ["111122223333", "222233334444", "333344445555"].map { account in
            Row(
                Self.place("eu-west-1", account), "breakglass-region",
                account == "222233334444" ? .step(.none) : Self.create(1))
        }
        let lines = ChangeTable(rows).lines
        #expect(lines[0] == "2 accounts: 111122223333, 333344445555")
        #expect(lines[4...5] == ["account 222233334444", "  as planned: breakglass-region"])
    }

    @Test func `programs get every place`() {
        let rows = [Self.rows[0], Self.rows[1], Self.rows[10]]
        let update = Row(
            Self.place("eu-west-1"), "breakglass-hub",
            .step(
                .update(
                    .resources([
                        ResourceChange(
                            .replace, id: "T", type: "AWS::SNS::Topic", properties: ["TopicName"],
                            loss: "subscriptions")
                    ]))))
        let text = String(decoding: ChangeTable(rows + [update]).json, as: UTF8.self)
        #expect(
            text == """
                {
                 "schema": "breakglass.changes/1",
                 "stacks": {
                  "as planned": 2,
                  "refused": 1,
                  "update": 1
                 },
                 "resources": {
                  "create": 0,
                  "change": 0,
                  "replace": 1,
                  "may replace": 0,
                  "delete": 0,
                  "leave": 0
                 },
                 "losses": 1,
                 "further": [],
                 "changes": [
                  {
                   "stack": "breakglass-code",
                   "action": "as planned",
                   "places": [
                    {
                     "account": "123456789012",
                     "regions": [
                      "eu-west-1",
                      "us-west-2"
                     ]
                    }
                   ]
                  },
                  {
                   "stack": "breakglass-trail",
                   "action": "refused",
                   "places": [
                    {
                     "account": "123456789012",
                     "regions": [
                      "eu-west-1"
                     ]
                    }
                   ],
                   "reason": "it is in the status NEW",
                   "hint": "aws cloudformation …"
                  },
                  {
                   "stack": "breakglass-hub",
                   "action": "update",
                   "places": [
                    {
                     "account": "123456789012",
                     "regions": [
                      "eu-west-1"
                     ]
                    }
                   ],
                   "resources": [
                    {
                     "change": "replace",
                     "id": "T",
                     "type": "AWS::SNS::Topic",
                     "properties": [
                      "TopicName"
                     ],
                     "loss": "subscriptions"
                    }
                   ]
                  }
                 ]
                }

                """)
    }

    @Test func `a table without changes is empty, and a refused stack is known`() {
        var further = ChangeTable(Array(Self.rows.prefix(3)))
        further.further = ["the plan gets the line trail: arn"]
        #expect(!further.isEmpty)
        #expect(further.lines.contains("  the plan gets the line trail: arn"))
        #expect(ChangeTable(Array(Self.rows.prefix(3))).isEmpty)
        let table = ChangeTable(Self.rows)
        #expect(!table.isEmpty)
        #expect(table.refused.map(\.name) == ["breakglass-trail"])
        #expect(table.losses.map(\.change.id) == ["AlertTopic", "Table"])
    }
}

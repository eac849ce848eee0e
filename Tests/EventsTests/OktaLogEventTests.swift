import Alerts
import Testing
import Text

@testable import Events

@Suite struct OktaLogEventTests {
    private static func parts(_ text: String) -> JSON {
        var scanner = JSONScanner(Array(text.utf8))
        return OktaLogEvent(&scanner).parts
    }

    @Test func `what the event is about has names of its own`() {
        let parts = Self.parts(
            """
            {"target":[{"id":"00u1","type":"User","alternateId":"eve@example.com",\
            "displayName":"Eve"},{"id":"00g1","type":"UserGroup","alternateId":"unknown",\
            "displayName":"Ops"},{"id":"0oa1","type":"AppInstance","displayName":"AWS",\
            "changeDetails":{"from":{"label":"Old","password":"hunter2"},"to":{"label":"New"}}},\
            {"id":"0pr1","type":"GroupRule","displayName":"all"}],"debugContext":{"debugData":{\
            "triggered_by_group_rule_id":"0pr9","ruleExpression":"user.team"}}}
            """)
        #expect(
            parts == [
                "member": .array(["eve@example.com (Eve)"]), "group": .array(["Ops"]),
                "app": .array(["AWS"]), "rule": .array(["all"]), "groupRule": "0pr9",
                "expression": "user.team", "from": .array(["label: Old"]),
                "to": .array(["label: New"]),
            ])
    }

    @Test(arguments: [
        (#"{"id":"1","type":"User","alternateId":"unknown","displayName":"Eve"}"#, "Eve"),
        (#"{"id":"1","type":"User","alternateId":"e@x","displayName":"e@x"}"#, "e@x"),
        (#"{"id":"1","type":"User"}"#, "1"), (#"{"id":"2","type":"AppUser"}"#, "2"),
    ])
    func `a person without an address is named as well as can be`(target: String, name: String) {
        #expect(Self.parts(#"{"target":[\#(target)]}"#) == ["member": .array([.string(name)])])
    }

    @Test(
        arguments: [
            ("User", "a@x", "group.user_membership.add", "SUCCESS", .idpAdministrator),
            ("User", "a@x", "user.authentication.sso", "SUCCESS", .idpUser),
            ("User", "a@x", "user.authentication.sso", "FAILURE", .unproven),
            ("User", "system@okta.com", "group.user_membership.add", "SUCCESS", .application),
            ("SystemPrincipal", "AD agent", "group.user_membership.add", "SUCCESS", .application),
            ("PublicClientApp", "sync", "group.user_membership.add", "FAILURE", .application),
        ] as [(String, String, String, String, Alert.Actor.Kind)])
    func `who acted is an administrator, a user or a program`(
        type: String, name: String, event: String, result: String, kind: Alert.Actor.Kind
    ) {
        var scanner = JSONScanner(
            Array(
                """
                {"actor":{"type":"\(type)","alternateId":"\(name)"},"eventType":"\(event)",\
                "outcome":{"result":"\(result)"}}
                """.utf8))
        #expect(OktaLogEvent(&scanner).actorKind == kind)
    }

    @Test func `nothing stated is nothing read`() {
        #expect(Self.parts("{}") == .object([:]))
    }
}

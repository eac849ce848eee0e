package import AccessPlan

/// One person's way in, as CloudTrail records it, with events that look alike and belong to others.
package struct StorySession: Sendable, CustomStringConvertible {
    package let description: String
    /// In the order in which they happened.
    package let events: [TestEvent]
    /// The ids of events that record one act, for each act of several records.
    package var acts: [[String]] = []
    /// Events of others, each with another thread.
    package var traps: [TestEvent] = []
    package var plan = TestPlan.plan

    /// All of them.
    package static let all = [
        commandLine, consoleSwitch, federation, identityCenter, rootAtWork, userAtWork, awsLogin,
    ]
}

/// Who acts, and with what.
package struct StoryActor: Sendable {
    /// `AROA…:dana`, `AIDA…`, or root's account.
    package var principal: String
    package var arn: String
    package var account: String
    package var type = "AssumedRole"
    package var role: String?
    /// When the session began, `12:00:00`; nil if the event does not state it.
    package var began: String?
    package var key: String?
    /// Further members of the identity, each with a comma before it.
    package var more = ""

    /// A session of a role.
    package static func session(
        _ role: String, _ name: String, in account: String, id: String = "AROA"
    ) -> StoryActor {
        let id = id + role.uppercased().filter { $0.isLetter || $0.isNumber }
        return StoryActor(
            principal: "\(id):\(name)",
            arn: "arn:aws:sts::\(account):assumed-role/\(role)/\(name)", account: account,
            role: role)
    }

    /// An IAM user of the emergency access account.
    package static func user(_ name: String) -> StoryActor {
        StoryActor(
            principal: "AIDA\(name.uppercased())", arn: "arn:aws:iam::123456789012:user/\(name)",
            account: "123456789012", type: "IAMUser")
    }

    /// Root of the emergency access account.
    package static let root = StoryActor(
        principal: "123456789012", arn: "arn:aws:iam::123456789012:root",
        account: "123456789012", type: "Root")

    package func with(key: String? = nil, began: String? = nil, more: String = "") -> StoryActor {
        var actor = self
        actor.key = key
        actor.began = began
        actor.more = more
        return actor
    }

    package var name: String { String(arn.split(separator: "/").last ?? "") }

    /// As CloudTrail writes it.
    package var identity: String {
        let user = type == "IAMUser" ? #","userName":"\#(name)""# : ""
        let issuer = role.map {
            #""sessionIssuer":{"type":"Role","arn":"arn:aws:iam::\#(account):role/\#($0)","userName":"\#($0)"},"#
        }
        let session = began.map {
            """
            ,"sessionContext":{\(issuer ?? "")"attributes":{\
            "creationDate":"2026-07-01T\($0)Z","mfaAuthenticated":"true"}}
            """
        }
        return """
            {"type":"\(type)","principalId":"\(principal)","arn":"\(arn)",\
            "accountId":"\(account)"\(user)\(key.map { #","accessKeyId":"\#($0)""# } ?? "")\
            \(session ?? "")\(more)}
            """
    }
}

extension TestEvent {
    /// An event of a story: with its own id.
    package static func story(
        _ id: String, _ time: String, _ service: String, _ name: String,
        by actor: StoryActor, in account: String? = nil, request: String = "null"
    ) -> TestEvent {
        TestEvent(service, name, request).by(actor.identity).in(account ?? actor.account)
            .with {
                $0.id = id
                $0.time = time
                if $0.service == "signin" { $0.region = "us-east-1" }
            }
    }

    /// A session of a role that begins, with this key.
    package func issuing(_ key: String, for session: StoryActor) -> TestEvent {
        with {
            $0.request = """
                {"roleArn":"arn:aws:iam::\(session.account):role/\(session.role ?? "")",\
                "roleSessionName":"\(session.name)"}
                """
        }.answered(
            """
            {"credentials":{"accessKeyId":"\(key)","sessionToken":"IQoJtoken",\
            "expiration":"Jul 1, 2026, 11:00:00 PM"},"assumedRoleUser":{\
            "assumedRoleId":"\(session.principal)","arn":"\(session.arn)"}}
            """)
    }

    /// The console itself makes the call.
    package var byConsole: TestEvent {
        with {
            $0.address = "AWS Internal"
            $0.agent = "AWS Internal"
        }
    }

    package func shared(_ id: String) -> TestEvent { having(#""sharedEventID":"\#(id)""#) }
}

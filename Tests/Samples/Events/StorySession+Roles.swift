import AccessPlan

extension StorySession {
    private static let home = "123456789012"
    private static let work = "111122223333"
    private static let user = StoryActor.user("BreakglassUser1")
    private static let emergency = StoryActor.session(
        "EmergencyAccess_Role1_Ops", "dana", in: home)
    private static let workload = StoryActor.session("EmergencyAccess_Ops", "dana", in: work)

    /// The role owner's copy of a call of this actor.
    private static func stranger(_ actor: StoryActor) -> StoryActor {
        StoryActor(
            principal: actor.principal, arn: "", account: actor.account, type: "AWSAccount")
    }

    /// A user's key takes a role, that role another, and something is done with it.
    static let commandLine: StorySession = {
        let first = emergency.with(key: "ASIAFIRST00000000001", began: "12:00:00")
        let second = workload.with(key: "ASIASECOND0000000001", began: "12:05:00")
        let caller = user.with(key: "AKIAUSER000000000001")
        let later = workload.with(key: "ASIASECOND0000000002", began: "18:05:00")
        let other = StoryActor.session("LegacyBreakGlass", "dana", in: work)
            .with(key: "ASIAOTHER00000000001", began: "12:05:00")
        let thief = StoryActor.session("LegacyBreakGlass", "sam", in: work)
            .with(key: "ASIASECOND0000000001", began: "12:07:00")
        return StorySession(
            description: "a chain of roles on the command line",
            events: [
                .story("c1", "12:00:00", "sts", "AssumeRole", by: caller)
                    .issuing("ASIAFIRST00000000001", for: emergency),
                .story("c2", "12:05:00", "sts", "AssumeRole", by: first)
                    .issuing("ASIASECOND0000000001", for: workload).shared("shared-c2"),
                .story("c3", "12:05:00", "sts", "AssumeRole", by: stranger(first), in: work)
                    .issuing("ASIASECOND0000000001", for: workload).shared("shared-c2"),
                .story("c4", "12:10:00", "ec2", "StopInstances", by: second),
                .story("c5", "12:20:00", "iam", "CreateUser", by: second),
                .story("c6", "12:30:00", "ec2", "TerminateInstances", by: second)
                    .denied("no"),
            ],
            acts: [["c2", "c3"]],
            traps: [
                .story(
                    "t1", "18:05:00", "sts", "AssumeRole",
                    by: .user("BreakglassUser2")
                        .with(key: "AKIAUSER000000000002"), in: work
                )
                .issuing("ASIASECOND0000000002", for: workload),
                .story("t2", "18:10:00", "ec2", "StopInstances", by: later),
                .story("t3", "12:10:00", "ec2", "StopInstances", by: other),
                .story("t4", "12:11:00", "ec2", "StopInstances", by: thief),
            ])
    }()

    /// The four records of a switch in the console.
    private static func records(
        of prefix: String, at time: String, from: StoryActor, to session: StoryActor, key: String
    ) -> [TestEvent] {
        [
            .story("\(prefix)1", time, "sts", "AssumeRole", by: from).byConsole
                .issuing(key, for: session).shared("shared-\(prefix)"),
            .story("\(prefix)2", time, "sts", "AssumeRole", by: stranger(from), in: work).byConsole
                .issuing(key, for: session).shared("shared-\(prefix)"),
            .story("\(prefix)3", time, "signin", "SwitchRole", by: from).adding(
                #"{"SwitchTo":"arn:aws:iam::\#(work):role/\#(session.role ?? "")"}"#),
            .story("\(prefix)4", time, "signin", "SwitchRole", by: session, in: work)
                .adding(#"{"SwitchFrom":"\#(from.arn)"}"#),
        ]
    }

    /// A user signs in to the console and switches to a role.
    static let consoleSwitch: StorySession = {
        let target = StoryActor.session("EmergencyAccess_Ops", "BreakglassUser1", in: work)
        let signedIn = user.with(key: "ASIACONSOLEUSER00001", began: "12:00:10")
        let later = target.with(key: "ASIACONSOLEROLE00009", began: "18:05:00")
        return StorySession(
            description: "a switch in the console",
            events: [
                .story("w1", "12:00:00", "signin", "CheckMfa", by: user),
                .story("w2", "12:00:10", "signin", "ConsoleLogin", by: user)
                    .adding(#"{"MFAUsed":"Yes"}"#),
            ]
                + records(
                    of: "s", at: "12:05:00", from: signedIn, to: target,
                    key: "ASIAISSUED0000000001") + [
                    .story(
                        "w3", "12:06:00", "iam", "CreateUser",
                        by: target.with(key: "ASIACONSOLEROLE00001", began: "12:05:01")),
                    .story(
                        "w4", "12:20:00", "ec2", "StopInstances",
                        by: target.with(key: "ASIACONSOLEROLE00002", began: "12:05:01")),
                ],
            acts: [["s1", "s2", "s3", "s4"]],
            traps: [.story("t1", "18:10:00", "ec2", "StopInstances", by: later)])
    }()

    /// The identity provider vouches, and the person switches to a workload role.
    static let federation: StorySession = {
        let saml = StoryActor(
            principal: "abc=:dana", arn: "", account: home, type: "SAMLUser")
        let signedIn = emergency.with(key: "ASIACONSOLEFED000001", began: "12:00:01")
        return StorySession(
            description: "federation, and a switch to a workload role",
            events: [
                .story("f1", "12:00:00", "sts", "AssumeRoleWithSAML", by: saml)
                    .issuing("ASIAISSUEDSAML000001", for: emergency),
                .story("f2", "12:00:03", "signin", "ConsoleLogin", by: emergency),
            ]
                + records(
                    of: "s", at: "12:10:00", from: signedIn, to: workload,
                    key: "ASIAISSUED0000000001") + [
                    .story(
                        "f3", "12:12:00", "ec2", "StopInstances",
                        by: workload.with(key: "ASIACONSOLEWORK00001", began: "12:10:00"))
                ],
            acts: [["s1", "s2", "s3", "s4"]],
            traps: [
                .story("t1", "18:00:00", "sts", "AssumeRoleWithSAML", by: saml)
                    .issuing("ASIAISSUEDSAML000002", for: emergency),
                .story(
                    "t2", "18:12:00", "ec2", "StopInstances",
                    by: workload.with(key: "ASIACONSOLEWORK00009", began: "18:10:00")),
            ])
    }()

    /// A role of Identity Center, on the command line and in the console.
    static let identityCenter: StorySession = {
        let path = "aws-reserved/sso.amazonaws.com/"
        let role = "AWSReservedSSO_Admin_0123456789abcdef"
        let arn = "arn:aws:iam::\(work):role/\(path)\(role)"
        let session = StoryActor.session(role, "dana@example.com", in: work)
        let saml = StoryActor(
            principal: "idc=:dana@example.com", arn: "", account: work, type: "SAMLUser")
        var plan = TestPlan.plan
        plan.guarded += [try? ARN(arn)].compactMap { $0 }
        func pathed(_ event: TestEvent) -> TestEvent {
            event.with {
                $0.identity = $0.identity.replacing(":role/\(role)", with: ":role/\(path)\(role)")
                $0.request = $0.request.replacing(":role/\(role)", with: ":role/\(path)\(role)")
            }
        }
        return StorySession(
            description: "a role of Identity Center",
            events: [
                .story("i1", "12:00:00", "sts", "AssumeRoleWithSAML", by: saml)
                    .issuing("ASIAISSUEDIDC0000001", for: session),
                .story(
                    "i2", "12:00:00", "ec2", "StopInstances",
                    by: session.with(key: "ASIAUSEDIDC000000001", began: "12:00:00")),
                .story(
                    "i3", "12:00:02", "signin", "ConsoleLogin",
                    by: session.with(began: "12:00:00")),
                .story(
                    "i4", "12:40:00", "iam", "CreateUser",
                    by: session.with(key: "ASIAUSEDIDC000000002", began: "12:00:00")),
            ].map(pathed),
            traps: [
                .story(
                    "t1", "18:40:00", "iam", "CreateUser",
                    by: session.with(key: "ASIAUSEDIDC000000003", began: "18:00:00"))
            ].map(pathed), plan: plan)
    }()
}

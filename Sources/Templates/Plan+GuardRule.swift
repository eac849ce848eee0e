import AccessPlan

extension Plan {
    /// One rule of the guard template.
    func rule(_ number: Int, _ pattern: TemplateValue) -> TemplateValue {
        let targets = regions.hubs.enumerated().map { index, region -> TemplateValue in
            [
                "Id": .text(index == 0 ? "home" : "standby"),
                "Arn": .text(busARN(in: region)),
                "RoleArn": .attribute("ForwardingRole", "Arn"),
                "DeadLetterConfig": [
                    "Arn": .sub(
                        queueARN(
                            AlertPathNames.rulesQueue, in: "${AWS::Region}",
                            account: "${AWS::AccountId}"))
                ],
            ]
        }
        return [
            "Type": "AWS::Events::Rule",
            "Properties": [
                "Name": .text(AlertPathNames.prefix + "guard-\(number)"),
                "Description": "Use of and changes to what the plan guards beside its own",
                "State": "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
                "EventPattern": pattern,
                "Targets": .list(targets),
            ],
        ]
    }

    /// By which the rules put events on the hub buses.
    var forwardingRole: TemplateValue {
        let rules = arn(
            "events", "rule/\(AlertPathNames.prefix)*", in: "${AWS::Region}",
            account: "${AWS::AccountId}")
        return [
            "Type": "AWS::IAM::Role",
            "Properties": [
                "Description": "EventBridge puts what the guard rules match on the hub buses.",
                "AssumeRolePolicyDocument": [
                    "Version": "2012-10-17",
                    "Statement": [
                        [
                            "Sid": "RulesOfThisRegionForward", "Effect": "Allow",
                            "Principal": ["Service": "events.amazonaws.com"],
                            "Action": "sts:AssumeRole",
                            "Condition": [
                                "StringEquals": ["aws:SourceAccount": .ref("AWS::AccountId")],
                                "ArnLike": ["aws:SourceArn": .sub(rules)],
                            ],
                        ]
                    ],
                ],
                "Policies": [
                    [
                        "PolicyName": "breakglass-forward",
                        "PolicyDocument": [
                            "Version": "2012-10-17",
                            "Statement": [
                                [
                                    "Sid": "EventsGoToTheHub", "Effect": "Allow",
                                    "Action": "events:PutEvents",
                                    "Resource": .texts(regions.hubs.map(busARN)),
                                ]
                            ],
                        ],
                    ]
                ],
            ],
        ]
    }
}

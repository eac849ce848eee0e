import AccessPlan

extension Call {
    /// Changes to the bucket that holds the functions' code. CloudTrail writes some names otherwise
    /// than the API has them: the API's names are listed, too.
    static let buckets: [Call] = whole + access + settings + account

    private static let whole: [Call] = [
        bucket(
            "CreateBucket", "was created", "create", change: .settings(["x-amz-acl"]), .alters),
        bucket(
            "DeleteBucket", "was deleted", "delete", change: .gone("bucket", "bucketName"), .alters),
    ]

    /// Who may read or write the code.
    private static let access: [Call] =
        [
            bucket(
                "PutBucketPolicy", "got a new policy", "change the policy of",
                change: .first(.resourcePolicy("bucketPolicy"), .resourcePolicy("policy")), .opens),
            bucket(
                "DeleteBucketPolicy", "lost its policy", "delete the policy of",
                change: .fact("policy", now: "deleted"), .alters),
            bucket(
                "PutBucketAcl", "got a new access control list",
                "change the access control list of",
                change: .first(
                    .value("access control list", "accessControlList.x-amz-acl"),
                    .list(
                        "grantees", "accessControlPolicy.accessControlList.grant.grantee.uRI"),
                    .list("grantees", "accessControlPolicy.accessControlList.grant.grantee.iD")),
                .opens),
            bucket(
                "PutBucketOwnershipControls", "had the ownership of its objects changed",
                "change who owns the objects of",
                change: .value("ownership", "ownershipControls.rule.objectOwnership"), .alters),
            bucket(
                "DeleteBucketOwnershipControls", "lost the rule who owns its objects",
                "delete who owns the objects of", change: .fact("ownership", now: "not set"),
                .alters),
            bucket(
                "PutBucketAbac", "had access by tags changed", "change access by tags to",
                change: .value("access by tags", "abacStatus.status"), .alters),
            bucket(
                "PutBucketCors", "may be read by other web sites", "let web sites read",
                change: .list("web sites", "cORSConfiguration.cORSRule.allowedOrigin"), .alters),
            bucket(
                "DeleteBucketCors", "may no longer be read by other web sites",
                "shut web sites out of",
                change: .fact("web sites", now: "none"), .notes),
            bucket(
                "PutBucketWebsite", "is shown as a web site", "show as a web site",
                change: .fact("web site", now: "on"), .alters),
            bucket(
                "DeleteBucketWebsite", "is no longer shown as a web site", "stop the web site of",
                change: .fact("web site", now: "off"), .repairs),
            bucket(
                "PutBucketReplication", "has its objects copied to another bucket",
                "copy % to another bucket",
                change: .list("copied to", "replicationConfiguration.rule.destination.bucket"),
                .alters
            ),
            bucket(
                "DeleteBucketReplication", "no longer has its objects copied", "stop copying",
                change: .fact("copies", now: "none"), .notes),
        ] + publicAccess

    private static let publicAccess: [Call] =
        ["PutBucketPublicAccessBlock", "PutPublicAccessBlock"]
        .map { name in
            bucket(
                name, "had its protection from public access changed",
                "change the protection from public access of", change: .publicAccess, .alters)
        }
        + ["DeleteBucketPublicAccessBlock", "DeletePublicAccessBlock"].map { name in
            bucket(
                name, "lost its protection from public access",
                "delete the protection from public access of",
                change: .fact("public access", before: "blocked", now: "not blocked"), .alters)
        }

    /// How objects are kept.
    private static let settings: [Call] =
        [
            bucket(
                "PutBucketVersioning", "had its versioning changed", "change the versioning of",
                change: .state(
                    "versioningConfiguration.status", what: "versioning", on: ["Enabled"]), .alters),
            bucket(
                "PutBucketEncryption", "had its encryption changed", "change the encryption of",
                change: .settings(["sSEAlgorithm", "kMSMasterKeyID"], what: "encryption").inside(
                    "serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault"),
                .alters),
            bucket(
                "DeleteBucketEncryption", "went back to S3's own encryption",
                "delete the encryption of", change: .fact("encryption", now: "S3's default"),
                .alters),
            bucket(
                "PutBucketLogging", "had its access log changed", "change the access log of",
                change: .first(
                    .value("access log in", "bucketLoggingStatus.loggingEnabled.targetBucket"),
                    .fact("access log", now: "off")), .alters),
            bucket(
                "PutBucketTagging", "got tags", "tag", change: .fact("tags", now: "replaced"),
                .notes),
            bucket(
                "DeleteBucketTagging", "lost its tags", "delete the tags of",
                change: .fact("tags", now: "deleted"), .notes),
        ] + lifecycle + notifications + lock + reports

    private static let lifecycle: [Call] =
        ["PutBucketLifecycle", "PutBucketLifecycleConfiguration"].map { name in
            bucket(
                name, "deletes or moves objects by age", "delete or move by age the objects of",
                change: .list("rules", "lifecycleConfiguration.rule.iD"), .alters)
        } + [
            bucket(
                "DeleteBucketLifecycle", "keeps its objects", "delete the expiry of",
                change: .fact("expiry", now: "none"), .alters)
        ]

    private static let notifications: [Call] =
        ["PutBucketNotification", "PutBucketNotificationConfiguration"].map { name in
            bucket(
                name, "tells others of its changes", "change who is told of changes in",
                change: .settings(["notificationConfiguration"]), .alters)
        }

    private static let lock: [Call] =
        ["PutBucketObjectLockConfiguration", "PutObjectLockConfiguration"].map { name in
            bucket(
                name, "locks its objects, or no longer does", "change the lock of",
                change: .value("lock", "objectLockConfiguration.objectLockEnabled"), .alters)
        }

    /// Statistics, and lists of what is there.
    private static let reports: [Call] =
        [
            ("BucketAnalyticsConfiguration", "analytics"),
            ("BucketIntelligentTieringConfiguration", "tiering"),
            ("BucketInventoryConfiguration", "inventory"),
            ("BucketMetricsConfiguration", "metrics"),
        ].flatMap { suffix, what in
            [
                bucket(
                    "Put\(suffix)", "had its \(what) changed", "change the \(what) of",
                    change: .value(what, "id"), .notes),
                bucket(
                    "Delete\(suffix)", "lost its \(what)", "delete the \(what) of",
                    change: .removed(what, "id"), .notes),
            ]
        }
        + [
            "CreateBucketMetadataConfiguration", "CreateBucketMetadataTableConfiguration",
            "DeleteBucketMetadataConfiguration", "DeleteBucketMetadataTableConfiguration",
            "UpdateBucketMetadataAnnotationTableConfiguration",
            "UpdateBucketMetadataInventoryTableConfiguration",
            "UpdateBucketMetadataJournalTableConfiguration",
        ].map { name in
            bucket(
                name, "had its tables of metadata changed", "change the tables of metadata of",
                change: .fact("tables of metadata", now: "changed"), .notes)
        }
        + ["PutAccelerateConfiguration", "PutBucketAccelerateConfiguration"].map { name in
            bucket(
                name, "had its transfer acceleration changed", "change the acceleration of",
                change: .value("acceleration", "accelerateConfiguration.status"), .notes)
        }
        + [
            bucket(
                "PutBucketRequestPayment", "lets others pay for requests", "change who pays for",
                change: .value("payer", "requestPaymentConfiguration.payer"), .notes)
        ]

    /// What holds for every bucket of the emergency access account.
    private static let account: [Call] = [
        Call(
            .s3, "PutAccountPublicAccessBlock", .reach(.emergencyAccount, .account),
            "had the protection of its buckets from public access changed",
            "change the protection from public access of", change: .publicAccess,
            undo: .byHand(block), .alters),
        Call(
            .s3, "DeleteAccountPublicAccessBlock", .reach(.emergencyAccount, .account),
            "lost the protection of its buckets from public access",
            "delete the protection from public access of",
            change: .fact("public access", before: "blocked", now: "not blocked"),
            undo: .byHand(block), .alters),
    ]

    private static let block =
        "Block all public access again: S3, Block Public Access settings for this account"

    private static func bucket(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .s3, name, .named(.s3Bucket, "bucketName"), done, attempt, change: change,
            undo: .deploy, gravity)
    }
}

extension ChangeReader {
    /// Which ways to the public are shut.
    fileprivate static let publicAccess = settings(
        [
            "blockPublicAcls", "ignorePublicAcls", "blockPublicPolicy", "restrictPublicBuckets",
        ], what: "blocks"
    ).inside("publicAccessBlockConfiguration")
}

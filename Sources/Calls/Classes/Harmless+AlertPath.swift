extension Call {
    /// Calls of the services of the alert path that change nothing of ours.
    static let alertPathHarmless: [Harmless] = contents + senders + records

    /// What goes in and out every day, and what AWS does by itself.
    private static let contents: [Harmless] = [
        Harmless(
            .events, "puts events on a bus, which is what a bus is for", everyday: true,
            "PutEvents PutPartnerEvents"),
        Harmless(
            .sns, "publishes a message, which is what a topic is for", everyday: true,
            "Publish PublishBatch"),
        Harmless(
            .sqs, "puts messages into a queue or takes them out", everyday: true,
            """
            ChangeMessageVisibility ChangeMessageVisibilityBatch DeleteMessage DeleteMessageBatch
            ReceiveMessage SendMessage SendMessageBatch
            """),
        Harmless(
            .kms, "uses a key and leaves it as it is", everyday: true,
            """
            Decapsulate Decrypt DeriveSharedSecret Encapsulate Encrypt GenerateDataKey
            GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext
            GenerateMac GenerateRandom ReEncrypt Sign Verify VerifyMac
            """),
        Harmless(
            .kms, "is done by KMS itself, and what was encrypted can still be read", everyday: true,
            "RotateKey SynchronizeMultiRegionKey"),
        Harmless(
            .lambda, "runs a function, which is what it is for", everyday: true,
            "Invoke InvokeAsync InvokeWithResponseStream"),
        Harmless(
            .dynamoDB, "reads or writes records, not the table", everyday: true,
            """
            BatchExecuteStatement BatchWriteItem DeleteItem ExecuteStatement ExecuteTransaction
            PutItem TransactWriteItems UpdateItem
            """),
        Harmless(
            .cloudWatch, "reports numbers, which is what metrics are for", everyday: true,
            "PutMetricData"),
        Harmless(
            .logs, "writes to a log, which is what it is for", everyday: true,
            "CreateLogStream PutLogEvents"),
        Harmless(
            .s3, "reads or writes objects, not the bucket", everyday: true,
            """
            AbortMultipartUpload CompleteMultipartUpload CopyObject CreateMultipartUpload
            CreateSession DeleteObject DeleteObjectAnnotation DeleteObjectTagging DeleteObjects
            PutObject PutObjectAcl PutObjectAnnotation PutObjectLegalHold PutObjectRetention
            PutObjectTagging RenameObject RestoreObject UpdateObjectEncryption UploadPart
            UploadPartCopy WriteGetObjectResponse
            """),
        Harmless(
            .smsVoice, "sends a message, or reports what became of one", everyday: true,
            """
            PutMessageFeedback SendDestinationNumberVerificationCode SendMediaMessage
            SendNotifyTextMessage SendNotifyVoiceMessage SendRcsMessage SendTextMessage
            SendVoiceMessage
            """),
    ]

    /// What carries alerts.
    private static let senders: [Harmless] = [
        Harmless(
            .events, "no rule of ours sends events to an address on the web",
            """
            CreateApiDestination CreateConnection DeauthorizeConnection DeleteApiDestination
            DeleteConnection UpdateApiDestination UpdateConnection
            """),
        Harmless(
            .events, "no bus of ours stands behind a global endpoint",
            "CreateEndpoint DeleteEndpoint UpdateEndpoint"),
        Harmless(
            .events, "is done by a partner, in the partner's own account",
            "CreatePartnerEventSource DeletePartnerEventSource"),
        Harmless(.events, "ends a replay, which no alert waits for", "CancelReplay"),
        Harmless(
            .sns, "is about push messages to apps, which carry no alert",
            """
            CreatePlatformApplication CreatePlatformEndpoint DeleteEndpoint
            DeletePlatformApplication SetEndpointAttributes SetPlatformApplicationAttributes
            """),
        Harmless(
            .sns, "proves that a number of the sandbox has an owner", "VerifySMSSandboxPhoneNumber"),
        Harmless(
            .smsVoice, "holds for messages that name a configuration set, as those of SNS do not",
            """
            CreateConfigurationSet CreateEventDestination DeleteConfigurationSet
            DeleteDefaultMessageType DeleteDefaultSenderId DeleteEventDestination
            DisassociateProtectConfiguration SetDefaultMessageFeedbackEnabled
            SetDefaultMessageType SetDefaultSenderId UpdateEventDestination
            """),
        Harmless(
            .smsVoice, "makes a thing that no message uses yet",
            """
            AssociateOriginationIdentity CreateOptOutList CreatePool CreateProtectConfiguration
            CreateVerifiedDestinationNumber RequestPhoneNumber RequestSenderId
            """),
        Harmless(
            .smsVoice, "changes nothing that messages use: AWS refuses to delete that",
            """
            DeleteOptOutList DeleteProtectConfiguration DeleteVerifiedDestinationNumber
            UpdateProtectConfiguration VerifyDestinationNumber
            """),
        Harmless(
            .smsVoice, "is paperwork with carriers, which approve numbers before they are used",
            """
            CreateRegistration CreateRegistrationAssociation CreateRegistrationAttachment
            CreateRegistrationVersion DeleteRegistration DeleteRegistrationAttachment
            DeleteRegistrationFieldValue DiscardRegistrationVersion PutRegistrationFieldValue
            SubmitRegistrationVersion
            """),
        Harmless(
            .smsVoice, "is about RCS and one-time codes, which carry no alert",
            """
            CreateNotifyConfiguration CreateRcsAgent DeleteNotifyConfiguration DeleteRcsAgent
            UpdateNotifyConfiguration UpdateRcsAgent
            """),
        Harmless(
            .smsVoice, "is about answers to people who write back, or about tags",
            "DeleteKeyword DeleteResourcePolicy PutKeyword TagResource UntagResource"),
        Harmless(.kms, "makes a new key, which nothing of ours uses", "CreateKey"),
        Harmless(
            .kms, "is about key stores outside of KMS, in which no key of ours is",
            """
            ConnectCustomKeyStore CreateCustomKeyStore DeleteCustomKeyStore
            DisconnectCustomKeyStore UpdateCustomKeyStore
            """),
        Harmless(
            .lambda, "is about layers, which no function of ours has",
            """
            AddLayerVersionPermission DeleteLayerVersion PublishLayerVersion
            RemoveLayerVersionPermission
            """),
        Harmless(
            .lambda, "is about capacity and signing rules, which no function of ours uses",
            """
            CreateCapacityProvider CreateCodeSigningConfig DeleteCapacityProvider
            DeleteCodeSigningConfig UpdateCapacityProvider UpdateCodeSigningConfig
            """),
        Harmless(
            .lambda, "is about executions that wait, as no function of ours does",
            """
            CheckpointDurableExecution DeleteDurableExecution PauseDurableExecution
            ResumeDurableExecution SendDurableExecutionCallbackFailure
            SendDurableExecutionCallbackHeartbeat SendDurableExecutionCallbackSuccess
            StopDurableExecution
            """),
        Harmless(
            .lambda, "names no function, and no function of ours reads from a source",
            "DeleteEventSourceMapping"),
        Harmless(
            .sqs, "names no queue, and the messages stay where they are", "CancelMessageMoveTask"),
    ]
}

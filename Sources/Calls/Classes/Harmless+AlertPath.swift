extension Call {
    /// Calls of the services of the alert path that change nothing of ours.
    static let alertPathHarmless: [Harmless] = contents + senders + records

    /// What goes in and out every day, and what AWS does by itself.
    private static let contents: [Harmless] = [
        Harmless(
            .events, "Puts events on a bus, which is what a bus is for", everyday: true,
            "PutEvents PutPartnerEvents"),
        Harmless(
            .sns, "Publishes a message, which is what a topic is for", everyday: true,
            "Publish PublishBatch"),
        Harmless(
            .sqs, "Puts messages into a queue or takes them out", everyday: true,
            """
            ChangeMessageVisibility ChangeMessageVisibilityBatch DeleteMessage DeleteMessageBatch
            ReceiveMessage SendMessage SendMessageBatch
            """),
        Harmless(
            .kms, "Uses a key and leaves it as it is", everyday: true,
            """
            Decapsulate Decrypt DeriveSharedSecret Encapsulate Encrypt GenerateDataKey
            GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext
            GenerateMac GenerateRandom ReEncrypt Sign Verify VerifyMac
            """),
        Harmless(
            .kms, "Is done by KMS itself, and what was encrypted can still be read", everyday: true,
            "RotateKey SynchronizeMultiRegionKey"),
        Harmless(
            .lambda, "Runs a function, which is what it is for", everyday: true,
            "Invoke InvokeAsync InvokeWithResponseStream"),
        Harmless(
            .dynamoDB, "Reads or writes records, not the table", everyday: true,
            """
            BatchExecuteStatement BatchWriteItem DeleteItem ExecuteStatement ExecuteTransaction
            PutItem TransactWriteItems UpdateItem
            """),
        Harmless(
            .cloudWatch, "Reports numbers, which is what metrics are for", everyday: true,
            "PutMetricData"),
        Harmless(
            .logs, "Writes to a log, which is what it is for", everyday: true,
            "CreateLogStream PutLogEvents"),
        Harmless(
            .s3, "Reads or writes objects, not the bucket", everyday: true,
            """
            AbortMultipartUpload CompleteMultipartUpload CopyObject CreateMultipartUpload
            CreateSession DeleteObject DeleteObjectAnnotation DeleteObjectTagging DeleteObjects
            PutObject PutObjectAcl PutObjectAnnotation PutObjectLegalHold PutObjectRetention
            PutObjectTagging RenameObject RestoreObject UpdateObjectEncryption UploadPart
            UploadPartCopy WriteGetObjectResponse
            """),
        Harmless(
            .smsVoice, "Sends a message, or reports what became of one", everyday: true,
            """
            PutMessageFeedback SendDestinationNumberVerificationCode SendMediaMessage
            SendNotifyTextMessage SendNotifyVoiceMessage SendRcsMessage SendTextMessage
            SendVoiceMessage
            """),
    ]

    /// What carries alerts.
    private static let senders: [Harmless] = [
        Harmless(
            .events, "No rule of ours sends events to an address on the web",
            """
            CreateApiDestination CreateConnection DeauthorizeConnection DeleteApiDestination
            DeleteConnection UpdateApiDestination UpdateConnection
            """),
        Harmless(
            .events, "No bus of ours stands behind a global endpoint",
            "CreateEndpoint DeleteEndpoint UpdateEndpoint"),
        Harmless(
            .events, "Is done by a partner, in the partner's own account",
            "CreatePartnerEventSource DeletePartnerEventSource"),
        Harmless(.events, "Ends a replay, which no alert waits for", "CancelReplay"),
        Harmless(
            .sns, "Is about push messages to apps, which carry no alert",
            """
            CreatePlatformApplication CreatePlatformEndpoint DeleteEndpoint
            DeletePlatformApplication SetEndpointAttributes SetPlatformApplicationAttributes
            """),
        Harmless(
            .sns, "Proves that a number of the sandbox has an owner", "VerifySMSSandboxPhoneNumber"),
        Harmless(
            .smsVoice, "Holds for messages that name a configuration set, as those of SNS do not",
            """
            CreateConfigurationSet CreateEventDestination DeleteConfigurationSet
            DeleteDefaultMessageType DeleteDefaultSenderId DeleteEventDestination
            DisassociateProtectConfiguration SetDefaultMessageFeedbackEnabled
            SetDefaultMessageType SetDefaultSenderId UpdateEventDestination
            """),
        Harmless(
            .smsVoice, "Makes a thing that no message uses yet",
            """
            AssociateOriginationIdentity CreateOptOutList CreatePool CreateProtectConfiguration
            CreateVerifiedDestinationNumber RequestPhoneNumber RequestSenderId
            """),
        Harmless(
            .smsVoice, "Changes nothing that messages use: AWS refuses to delete that",
            """
            DeleteOptOutList DeleteProtectConfiguration DeleteVerifiedDestinationNumber
            UpdateProtectConfiguration VerifyDestinationNumber
            """),
        Harmless(
            .smsVoice, "Is paperwork with carriers, which approve numbers before they are used",
            """
            CreateRegistration CreateRegistrationAssociation CreateRegistrationAttachment
            CreateRegistrationVersion DeleteRegistration DeleteRegistrationAttachment
            DeleteRegistrationFieldValue DiscardRegistrationVersion PutRegistrationFieldValue
            SubmitRegistrationVersion
            """),
        Harmless(
            .smsVoice, "Is about RCS and one-time codes, which carry no alert",
            """
            CreateNotifyConfiguration CreateRcsAgent DeleteNotifyConfiguration DeleteRcsAgent
            UpdateNotifyConfiguration UpdateRcsAgent
            """),
        Harmless(
            .smsVoice, "Is about answers to people who write back, or about tags",
            "DeleteKeyword DeleteResourcePolicy PutKeyword TagResource UntagResource"),
        Harmless(.kms, "Makes a new key, which nothing of ours uses", "CreateKey"),
        Harmless(
            .kms, "Is about key stores outside of KMS, in which no key of ours is",
            """
            ConnectCustomKeyStore CreateCustomKeyStore DeleteCustomKeyStore
            DisconnectCustomKeyStore UpdateCustomKeyStore
            """),
        Harmless(
            .lambda, "Is about layers, which no function of ours has",
            """
            AddLayerVersionPermission DeleteLayerVersion PublishLayerVersion
            RemoveLayerVersionPermission
            """),
        Harmless(
            .lambda, "Is about capacity and signing rules, which no function of ours uses",
            """
            CreateCapacityProvider CreateCodeSigningConfig DeleteCapacityProvider
            DeleteCodeSigningConfig UpdateCapacityProvider UpdateCodeSigningConfig
            """),
        Harmless(
            .lambda, "Is about executions that wait, as no function of ours does",
            """
            CheckpointDurableExecution DeleteDurableExecution PauseDurableExecution
            ResumeDurableExecution SendDurableExecutionCallbackFailure
            SendDurableExecutionCallbackHeartbeat SendDurableExecutionCallbackSuccess
            StopDurableExecution
            """),
        Harmless(
            .lambda, "Names no function, and no function of ours reads from a source",
            "DeleteEventSourceMapping"),
        Harmless(
            .sqs, "Names no queue, and the messages stay where they are", "CancelMessageMoveTask"),
    ]
}

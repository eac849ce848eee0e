extension AWS {
    /// What a service is called in host names, in signatures and in the environment, and which
    /// protocol it speaks.
    public struct Service: Sendable, Hashable {
        /// The first part of its host names and its name in signatures, e.g. `sns`.
        public let name: String

        /// Its name in `AWS_ENDPOINT_URL_…`; in lower case, in a profile's `services` section.
        public let variable: String

        /// Its protocol.
        public let wire: WireProtocol

        /// Names a service.
        public init(name: String, variable: String, wire: WireProtocol) {
            self.name = name
            self.variable = variable
            self.wire = wire
        }
    }

    /// How requests and answers are written.
    public enum WireProtocol: Sendable, Hashable {
        /// A form in, XML out. The API's version, e.g. `2010-03-31`, is one of the fields.
        /// <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html>
        case query(version: String)

        /// JSON both ways. The operation's name follows `target` and a full stop in `X-Amz-Target`.
        /// <https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html>
        ///
        /// A service that formerly used the Query protocol (`replacesQuery`) must be informed that
        /// the caller knows of both.
        /// <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#querycompatible-trait>
        case json(version: String, target: String, replacesQuery: Bool = false)

        /// Parameters in path, query and header, JSON out.
        /// <https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>
        case restJSON

        /// Parameters in path, query and header, XML out.
        /// <https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html>
        case restXML
    }
}

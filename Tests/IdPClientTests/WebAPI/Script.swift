import FakeWorld
import HTTPTypes
import Synchronization

@testable import HTTP
@testable import IdPClient
@testable import System
@testable import Text
@testable import Time

/// Answers in turn, and what was asked and waited for, in a world where waiting takes no time.
final class WebScript: Sendable {
    struct State {
        var answers: [Response]
        var requests: [Request] = []
        var signatures = 0
    }

    let state: Mutex<State>
    let machine = FakeWorld(start: Timestamp(secondsSince1970: 1_700_000_000), random: 0)

    init(_ answers: [Response]) { state = Mutex(State(answers: answers)) }

    var requests: [Request] { state.withLock { $0.requests } }
    var waits: [Duration] { machine.waits }
    var signatures: Int { state.withLock { $0.signatures } }

    func deadline(after time: Duration = .seconds(60)) -> Deadline {
        machine.deadline(after: time)
    }

    /// Okta with a stored token, or by a key that signs "signature".
    func okta(granted: Bool = false, retry: RetryPolicy = .identityProvider) -> WebAPI.Client {
        let origin = "https://example.okta.com"
        let access =
            granted
            ? Okta.granted(
                origin: origin, clientID: "0oa2", keyID: "k1", scopes: ["okta.groups.read"]
            ) { [self] _, _ in
                state.withLock { $0.signatures += 1 }
                return Array("signature".utf8)
            }
            : Okta.stored(token: Secret("topsecret"))
        return Okta.client(origin: origin, access: access, retry: retry, world: machine.world) {
            [self] request, _ throws(TransferError) in
            let next = state.withLock { state in
                state.requests.append(request)
                return state.answers.isEmpty ? nil : state.answers.removeFirst()
            }
            guard let next else { throw .badURL }
            return next
        }
    }

    static func answer(
        _ status: Int, _ body: String, _ headers: KeyValuePairs<String, String> = [:]
    ) -> Response {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) {
                fields.append(HTTPField(name: name, value: value))
            }
        }
        return Response(status: status, headers: fields, body: Array(body.utf8))
    }

    static func token(_ value: String, kind: String = "DPoP") -> Response {
        answer(
            200,
            """
            {"token_type":"\(kind)","expires_in":3600,"access_token":"\(value)",\
            "scope":"okta.groups.read"}
            """)
    }

    static let group = answer(
        200, #"{"id":"00g1","type":"OKTA_GROUP","profile":{"name":"aws#x#1"}}"#)
}

public import HTTP

extension WebAPI {
    /// Why a call brought no result. Contains no request, no token and nothing of a body except
    /// short words of the API's own.
    public enum Failure: Error, Sendable, Hashable {
        /// The API rejected the call; `code` is the API's error code, if it gave one.
        case refused(status: Int, code: String?)

        /// The API reports that the object does not exist.
        case missing(code: String)

        /// The token endpoint rejected the request.
        case noToken(status: Int, code: String?)

        /// The key that authenticates the client could not sign.
        case unsigned(reason: String)

        /// No answer came.
        case unreachable(TransferError)

        /// The answer is not what the API describes.
        case unreadable(reason: String)

        /// The plan lacks a setting that is needed, or the setting does not work.
        case notConfigured(reason: String)

        /// The deadline had passed before the first call.
        case outOfTime
    }
}

extension WebAPI.Failure: CustomStringConvertible {
    /// Facts in a few words, e.g. `403 E0000006`.
    public var description: String {
        switch self {
        case .refused(let status, let code): Self.words(status, code)
        case .missing(let code): "404 \(code)"
        case .noToken(let status, let code): "no access token: \(Self.words(status, code))"
        case .unsigned(let reason): "the checker's key did not sign: \(reason)"
        case .unreachable(let error):
            // Hints are for people at a terminal.
            String(error.description.prefix { $0 != "\n" })
        case .unreadable(let reason): "the answer \(reason)"
        case .notConfigured(let reason): reason
        case .outOfTime: "no time was left"
        }
    }

    private static func words(_ status: Int, _ code: String?) -> String {
        code.map { "\(status) \($0)" } ?? "\(status)"
    }
}

extension WebAPI {
    /// The error of a token endpoint, with the number that Entra adds: `invalid_client
    /// AADSTS700027`.
    static func word(_ text: String?, _ number: Int64?) -> String? {
        guard let word = word(text), let number else { return word(text) }
        return "\(word) AADSTS\(number)"
    }

    /// A word from an error answer, if it is one: letters, digits and `_ . -`, at most 64.
    static func word(_ text: String?) -> String? {
        guard let text, !text.isEmpty, text.utf8.count <= 64 else { return nil }
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isPlain ? text : nil
    }
}

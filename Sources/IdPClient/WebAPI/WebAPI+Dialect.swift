import HTTP
import HTTPTypes
import Text

extension WebAPI {
    /// What tells one identity provider's API from another's.
    public struct Dialect: Sendable {
        /// The items on a page of a list; nil where it is no page.
        let items: @Sendable (JSON) -> [JSON]?

        /// The URL of the page after this one; nil on the last.
        let next: @Sendable (Response, JSON) throws(Unreadable) -> String?

        /// The API's own word for why it refused, out of the body of an error.
        let code: @Sendable (JSON) -> String?

        /// The words that say there is no such thing. A 404 without one of them came from somebody who
        /// does not know the API, and says nothing about what was asked for.
        let missing: Set<String>

        /// What shares a rate limit with the other calls of the same name.
        let bucket: @Sendable (_ path: String) -> String
    }
}

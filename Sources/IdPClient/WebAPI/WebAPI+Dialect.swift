import HTTP
import HTTPTypes
import Text

extension WebAPI {
    /// The differences between the APIs of identity providers.
    public struct Dialect: Sendable {
        /// The items on a page of a list; nil if it is not a page.
        let items: @Sendable (JSON) -> [JSON]?

        /// The URL of the page after this one; nil on the last.
        let next: @Sendable (Response, JSON) throws(Unreadable) -> String?

        /// The API's error code, from the body of an error.
        let code: @Sendable (JSON) -> String?

        /// The codes for an object that does not exist. A 404 without one of them came from a
        /// server that does not know the API, and says nothing about the object.
        let missing: Set<String>

        /// What shares a rate limit with the other calls of the same name.
        let bucket: @Sendable (_ path: String) -> String
    }
}

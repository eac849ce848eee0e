public import HTTP
import HTTPTypes
import Text
import Time
import XML

extension AWS {
    /// A service's answer, with readers for both protocols.
    public struct Answer: Sendable {
        /// The answer as it came.
        public let response: Response

        /// Wraps an answer.
        public init(_ response: Response) { self.response = response }

        /// The id of the request, which AWS Support asks for.
        public var requestID: String? {
            response.headers[.amznRequestID] ?? response.headers[.amzRequestID]
        }

        /// When the service answered, by its own clock.
        var date: Timestamp? { response.headers[.date].flatMap(Timestamp.init(httpDate:)) }

        /// The body as JSON; a body that is not an object is unreadable.
        func json() throws(Unreadable) -> JSON {
            guard let document = JSON(response.body), document.object != nil else {
                throw Unreadable("is not a JSON object")
            }
            return document
        }

        /// Some fields of the body as XML, by the ends of their paths.
        func xml(_ wanted: String...) throws(Unreadable) -> XMLFields {
            do throws(XMLReader.Invalid) {
                return try XMLFields(response.body, wanted)
            } catch {
                throw Unreadable("is not XML of the form that AWS writes: \(error)")
            }
        }

        /// The element `NAMEResult` of the body as XML, in which the Query protocol answers `NAME`.
        func xmlResult(of operation: String) throws(Unreadable) -> XMLElement {
            let root: XMLElement
            do throws(XMLReader.Invalid) {
                root = try XMLElement.read(response.body)
            } catch {
                throw Unreadable("is not XML of the form that AWS writes: \(error)")
            }
            return try require(root[operation + "Result"], operation + "Result")
        }
    }
}

/// The field, or an error that names it.
func require<Field>(_ field: Field?, _ name: String) throws(AWS.Unreadable) -> Field {
    guard let field else { throw AWS.Unreadable("lacks \(name)") }
    return field
}

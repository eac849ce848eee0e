public import FoundationEssentials
public import System

extension Runtime {
    /// Like ``run(_:)-(_)``, for a handler that takes and returns values written as JSON.
    ///
    /// An event that does not decode fails its invocation as ``RuntimeError/unreadableEvent(_:)``.
    ///
    /// - Parameter initialize: runs once, in Lambda's init phase; returns the handler.
    ///
    /// Compiled into the program that calls it, so that a handler of bytes does not link Foundation.
    @export(implementation)
    public static func run<Event: Decodable, Output: Encodable>(
        _ initialize: (World) throws -> (_ event: Event, _ context: Context) throws -> Output
    ) -> Never {
        run { world -> Handler in
            let handler = try initialize(world)
            let decoder = JSONDecoder()
            let encoder = JSONEncoder()
            return { bytes, context in
                let event: Event
                do {
                    event = try decoder.decode(Event.self, from: Data(bytes))
                } catch let error as DecodingError {
                    throw RuntimeError.unreadable(error)
                }
                return Array(try encoder.encode(handler(event, context)))
            }
        }
    }
}

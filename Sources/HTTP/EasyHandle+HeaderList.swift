internal import CCurl

extension EasyHandle {
    /// The header fields of a request in the form libcurl wants; made once, used for any number of
    /// transfers.
    @safe public final class HeaderList {
        let raw: UnsafeMutablePointer<curl_slist>?

        /// Makes a list.
        ///
        /// - Parameters:
        ///   - fields: what is sent, in this order. An empty value is sent as one.
        ///   - leavingOut: names that libcurl would send on its own and must not, e.g. `Expect`,
        ///     which costs a round trip (or a second of waiting), and the `Content-Type` of a web
        ///     form.
        /// - Throws: a ``Failure`` if a name is not an HTTP token or a value holds a line break or
        ///   a zero byte: such text would become fields of its own.
        public init(
            _ fields: [(name: String, value: String)], leavingOut: [String] = ["Expect"]
        ) throws(Failure) {
            var list: UnsafeMutablePointer<curl_slist>?
            do throws(Failure) {
                for (name, value) in fields {
                    guard Self.isToken(name), Self.isOneLine(value) else {
                        throw Failure(code: CURLE_BAD_FUNCTION_ARGUMENT)
                    }
                    let line = value.isEmpty ? "\(name);" : "\(name): \(value)"
                    try unsafe Self.append(line, to: &list)
                }
                for name in leavingOut { try unsafe Self.append("\(name):", to: &list) }
            } catch {
                unsafe curl_slist_free_all(list)
                throw error
            }
            unsafe raw = list
        }

        deinit {
            unsafe curl_slist_free_all(raw)
        }

        private static func append(
            _ line: String, to list: inout UnsafeMutablePointer<curl_slist>?
        ) throws(Failure) {
            // If libcurl returns null, the old list is still valid.
            guard let longer = unsafe curl_slist_append(list, line) else {
                throw Failure(code: CURLE_OUT_OF_MEMORY)
            }
            unsafe list = longer
        }

        private static func isOneLine(_ value: String) -> Bool {
            !value.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        }

        static func isToken(_ name: String) -> Bool {
            !name.isEmpty
                && name.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"),
                        UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"):
                        true
                    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                    }
                }
        }
    }
}

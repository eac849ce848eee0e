import AccessPlan
import Text

/// A deployment's order for canaries: which run they belong to, and where they are sent.
public struct CanaryOrder: Sendable, Hashable {
    /// An account and one of its Regions.
    public struct Place: Sendable, Hashable {
        /// Twelve digits.
        public let account: String
        /// The Region's code.
        public let region: String

        /// `ACCOUNT/REGION`.
        var words: String { "\(account)/\(region)" }

        init(account: String, region: String) {
            self.account = account
            self.region = region
        }

        /// Reads `ACCOUNT/REGION`. Whether the plan has the account is not asked here.
        init?(_ words: String) {
            let parts = words.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].utf8.count == 12,
                parts[0].utf8.allSatisfy({ Self.digits.contains($0) }),
                // It becomes part of a host's name.
                (1...32).contains(parts[1].utf8.count),
                parts[1].utf8.allSatisfy({
                    Self.digits.contains($0) || Self.letters.contains($0) || $0 == UInt8(ascii: "-")
                })
            else { return nil }
            self.init(account: String(parts[0]), region: String(parts[1]))
        }

        private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    }

    /// The deployment's id: 16 lower-case hexadecimal digits.
    public let run: String

    /// Where; `nil` is every enabled Region of every account.
    public let places: [Place]?

    init(run: String, places: [Place]? = nil) {
        self.run = run
        self.places = places
    }

    /// Reads `{"task":"canary","run":"0123456789abcdef","places":["111122223333/eu-west-1"]}`.
    /// - Throws: ``CheckerError/badOrder(_:)``.
    init(_ event: JSON) throws(CheckerError) {
        guard let run = event["run"]?.string, CanarySession.isRun(run) else {
            throw .badOrder("run is not 16 lower-case hexadecimal digits")
        }
        guard let listed = event["places"] else {
            self.init(run: run)
            return
        }
        guard let words = listed.array else { throw .badOrder("places is not a list") }
        var places: [Place] = []
        for word in words {
            guard let place = word.string.flatMap(Place.init) else {
                throw .badOrder("\(word.text.prefix(64)) is not like \"111122223333/eu-west-1\"")
            }
            places.append(place)
        }
        self.init(run: run, places: places)
    }
}

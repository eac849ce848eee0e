import System
import Text

extension World {
    /// An id of 32 hexadecimal digits that was never used before and cannot be guessed.
    var freshID: String { Hexadecimal.encode(randomBytes(16)) }
}

extension Unicode.Scalar {
    /// Whether a reader cannot see it, or it changes how the text around it is shown.
    ///
    /// Controls, soft hyphen, every space but U+0020, zero-width and bidi controls, fillers,
    /// variation selectors, tags, private use, noncharacters. One table, since the Unicode database
    /// costs more than everything else in an alert.
    public var isInvisible: Bool {
        let code = value
        if code < 0x300 { return code < 0x20 || (0x7F...0xA0).contains(code) || code == 0xAD }
        switch code {
        case 0x034F, 0x061C, 0x115F, 0x1160, 0x1680, 0x17B4, 0x17B5, 0x180B...0x180F,
            0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x2800, 0x3000, 0x3164,
            0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB,
            0xFFFE, 0xFFFF, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0x10FFFF:
            return true
        default:
            return false
        }
    }
}

extension Unicode.Scalar {
    /// How a scalar beyond ASCII may mislead a reader.
    enum Appearance {
        /// It shows what it is.
        case plain
        /// It is invisible, reverses the text around it, or exists to look like something else.
        case deceptive
        /// A letter of a script whose letters look like Latin ones.
        case lookAlike
        /// It is drawn on the letter before it.
        case combining
    }

    /// How it may mislead.
    var appearance: Appearance {
        if isInvisible { return .deceptive }
        switch value {
        case 0x00B7, 0x02BA...0x02D7, 0x0334...0x0338: return .deceptive
        case 0x0250...0x02AF: return .deceptive  // phonetic letters
        case 0x0300...0x036F: return .combining
        case 0x0370...0x058F: return .lookAlike  // Greek, Cyrillic, Armenian
        // Scripts written from right to left reverse the account number next to them.
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF,
            0x1E800...0x1EFFF:
            return .deceptive
        case 0x13A0...0x13FF, 0xA4D0...0xA4FF, 0xAB30...0xABBF, 0x2C80...0x2CFF: return .deceptive
        case 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: return .deceptive
        case 0x1D00...0x1DBF, 0x2070...0x209F, 0x2100...0x218F: return .deceptive
        case 0x2024, 0x2027, 0x2044, 0x2215...0x2217, 0x2223, 0x2236, 0x223C: return .deceptive
        case 0x2460...0x24FF, 0x29F5, 0x29F8, 0x29F9, 0x3002, 0xA731, 0xA789: return .deceptive
        case 0xFB00...0xFB17, 0xFE50...0xFE6F, 0xFF01...0xFFEF, 0xFFFD: return .deceptive
        case 0x1D400...0x1D7FF, 0x1F100...0x1F1FF: return .deceptive
        default: return .plain
        }
    }

    /// The ASCII text closest to it, `nil` where none is.
    var transliterated: String? {
        switch value {
        case 0xC0...0x17F:
            let table = Unicode.Scalar.latin
            let index = Int(value) - 0xC0
            return index < table.count ? String(table[index]) : nil
        case 0x300...0x333, 0x339...0x36F: return ""  // accents that sit on the letter before
        case 0x2010...0x2015, 0x2212: return "-"
        case 0x2018...0x201B: return "'"
        case 0x201C...0x201F: return "\""
        case 0x2026: return "..."
        case 0xAB, 0xBB: return "\""
        case 0xA7: return "S"
        case 0x20AC: return "EUR"
        default: return nil
        }
    }

    /// U+00C0 to U+017F.
    private static let latin = """
        A A A A A A AE C E E E E I I I I D N O O O O O x O U U U U Y Th ss \
        a a a a a a ae c e e e e i i i i d n o o o o o / o u u u u y th y \
        A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g \
        G g G g H h H h I i I i I i I i I i IJ ij J j K k k L l L l L l L \
        l L l N n N n N n n NG ng O o O o O o OE oe R r R r R r S s S s S s \
        S s T t T t T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s
        """.split(separator: " ")
}

/// The sets in use, written as masks: a set made from its characters would be looked up behind a lock
/// at every byte. `ByteSetTests` compares each with its characters.
extension ByteSet {
    /// Latin letters.
    static let letters = ByteSet(low: 0x0000_0000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)

    /// Decimal digits.
    @inlinable public static var digits: ByteSet {
        ByteSet(low: 0x03FF_0000_0000_0000, high: 0x0000_0000_0000_0000)
    }

    /// Latin letters and decimal digits.
    @inlinable public static var alphanumerics: ByteSet {
        ByteSet(low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)
    }

    /// What IAM allows in names.
    @inlinable public static var names: ByteSet {
        ByteSet(low: 0x23FF_7800_0000_0000, high: 0x07FF_FFFE_87FF_FFFF)
    }

    /// What is shown without quotation marks: names, ARNs, groups.
    @inlinable public static var shownNames: ByteSet {
        ByteSet(low: 0x27FF_F808_0000_0000, high: 0x07FF_FFFE_87FF_FFFF)
    }

    /// What an ARN may consist of where a shell takes it literally.
    @inlinable public static var arns: ByteSet {
        ByteSet(low: 0x27FF_F800_0000_0000, high: 0x07FF_FFFE_87FF_FFFF)
    }

    /// IP addresses.
    @inlinable public static var addresses: ByteSet {
        ByteSet(low: 0x07FF_4000_0000_0000, high: 0x0000_007E_0000_007E)
    }

    /// What a URL consists of that ends nowhere and hides nothing.
    @inlinable public static var urls: ByteSet {
        ByteSet(low: 0xAFFF_F87A_0000_0000, high: 0x47FF_FFFE_87FF_FFFF)
    }

    /// What a URL never escapes.
    @inlinable public static var unreserved: ByteSet {
        ByteSet(low: 0x03FF_6000_0000_0000, high: 0x47FF_FFFE_87FF_FFFE)
    }

    /// Host names.
    static let hosts = ByteSet(low: 0x03FF_6000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)

    /// What follows a host in a link.
    static let afterHost = ByteSet(low: 0x8400_8008_0000_0000, high: 0x0000_0000_0000_0000)

    /// What may precede the `@` of an address.
    static let mailboxes = ByteSet(low: 0x03FF_6820_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)

    /// What follows the `<` of markup.
    static let tagStarts = ByteSet(low: 0x8000_800A_0000_0000, high: 0x07FF_FFFE_07FF_FFFF)

    /// The characters of all variants of base64, without `=`, which is more often a separator.
    static let tokens = ByteSet(low: 0x03FF_A820_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)

    /// What separates a name from its value.
    static let assignments = ByteSet(low: 0x6400_0000_0000_0000, high: 0x0000_0000_0000_0000)

    /// The same with quotation marks and spaces.
    static let separators = ByteSet(low: 0x6400_0085_0000_0000, high: 0x0000_0000_1000_0000)

    /// What ends a value.
    static let valueEnds = ByteSet(low: 0x5800_12C5_FFFF_FFFF, high: 0xA000_0000_3000_0000)

    /// What a command consists of in which no medium reads markup.
    static var commands: ByteSet {
        ByteSet(low: 0xAFFF_FFBF_0000_0000, high: 0x7FFF_FFFE_EFFF_FFFF)
    }

    /// What a chat thread may be called.
    @inlinable public static var threads: ByteSet {
        ByteSet(low: 0x27FF_E800_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
    }

    /// What needs a closer look in e-mail.
    static let plainSpecial = ByteSet(low: 0x1400_4000_FFFF_FFFF, high: 0x8000_0000_0000_0001)

    /// What needs a closer look in a text message.
    static let smsSpecial = ByteSet(low: 0x1400_4000_FFFF_FFFF, high: 0xF800_0001_7800_0001)

    /// What needs a closer look in chat.
    static let chatSpecial = ByteSet(low: 0x5400_4440_FFFF_FFFF, high: 0xC000_0001_B800_0001)

    /// What needs a closer look in a code span.
    static let codeSpecial = ByteSet(low: 0x5400_4040_FFFF_FFFF, high: 0x8000_0001_0000_0001)
}

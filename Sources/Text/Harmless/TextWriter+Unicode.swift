extension TextWriter {
    /// Writes a scalar beyond ASCII: unchanged if it cannot deceive anybody, otherwise as a mark.
    mutating func write(
        _ scalar: Unicode.Scalar, at index: Int, of text: UnsafeBufferPointer<UInt8>
    ) {
        if medium.isASCII {
            if let ascii = scalar.transliterated { return ours(ascii) }
            return mark(scalar)
        }
        switch scalar.appearance {
        case .plain:
            append(scalar)
        case .deceptive:
            mark(scalar)
        case .lookAlike:
            if text.mixesScripts(around: index) { mark(scalar) } else { append(scalar) }
        case .combining:
            if text.isLoneMark(at: index) { append(scalar) } else { mark(scalar) }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { byte(unit) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the word around `index` has Latin letters too, or consists of nothing but letters that
    /// look like Latin ones: `аdmin` with a Cyrillic first letter, `сосо` with four of them.
    func mixesScripts(around index: Int) -> Bool {
        var onlyLookAlikes = true
        for step in [-1, 1] {
            var at = step < 0 ? index - 1 : index
            while at >= 0, at < count, abs(at - index) <= 64 {
                let byte = self[at]
                if ByteSet.letters.contains(byte) { return true }
                if byte < 0x80, !ByteSet.digits.contains(byte) { break }
                if byte & 0xC0 == 0xC0, !TextTables.latinTwins.contains(scalar(at: at).0) {
                    onlyLookAlikes = false
                }
                at += step
            }
        }
        return onlyLookAlikes
    }

    /// Whether the combining mark at `index` follows a letter and is the only one on it.
    func isLoneMark(at index: Int) -> Bool {
        var before = index - 1
        while before > 0, self[before] & 0xC0 == 0x80 { before -= 1 }
        guard before >= 0 else { return false }
        let (scalar, _) = scalar(at: before)
        if scalar.value < 0x80 { return ByteSet.letters.contains(UInt8(scalar.value)) }
        return scalar.appearance == .plain || scalar.appearance == .lookAlike
    }
}

extension TextTables {
    /// Cyrillic and Greek letters that look like Latin ones.
    static let latinTwins = Set(
        "аесорхуіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԌԜαορνικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".unicodeScalars)
}

import Testing

@testable import Events

@Suite struct ContentMarkTests {
    private let text = Array(#"{"eventID":"e-1","eventName":"AssumeRole","readOnly":true}"#.utf8)

    @Test func `each byte counts, and its place`() {
        let mark = ContentMark.of(text[...])
        #expect(mark.utf8.count == 16 && mark == ContentMark.of(text[...]))
        for index in text.indices {
            var other = text
            other[index] ^= 1
            #expect(ContentMark.of(other[...]) != mark)
        }
        #expect(ContentMark.of(Array(text.reversed())[...]) != mark)
    }

    @Test func `each length counts`() {
        let marks = Set((0...40).map { ContentMark.of(Array(repeating: 0, count: $0)[...]) })
        #expect(marks.count == 41)
    }
}

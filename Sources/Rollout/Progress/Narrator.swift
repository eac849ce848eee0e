/// Tells a person what a run does, while it does it. Called from any task.
public struct Narrator: Sendable {
    /// Prints a line that stays.
    public let say: @Sendable (_ line: String) -> Void

    /// Prints a fact that is not an error: beside the result.
    public let note: @Sendable (_ text: String) -> Void

    /// Replaces the line that shows what the run waits for; an empty line removes it.
    public let progress: @Sendable (_ line: String) -> Void

    /// Makes a narrator.
    public init(
        say: @escaping @Sendable (_ line: String) -> Void,
        note: @escaping @Sendable (_ text: String) -> Void,
        progress: @escaping @Sendable (_ line: String) -> Void
    ) {
        self.say = say
        self.note = note
        self.progress = progress
    }

    /// Says nothing.
    public static let silent = Narrator(say: { _ in }, note: { _ in }, progress: { _ in })
}

/// Everything that stands in the way of a run.
package struct Obstacles: Error, Sendable, Hashable {
    /// At least one.
    package let all: [Obstacle]

    /// One obstacle.
    package init(_ one: Obstacle) { all = [one] }

    /// Several.
    package init(_ all: [Obstacle]) { self.all = all }
}

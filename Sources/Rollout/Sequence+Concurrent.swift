extension Sequence where Element: Sendable {
    /// Does something with each element, at most `width` at a time.
    /// - Returns: the results, in the order of the elements.
    func concurrentMap<Result: Sendable>(
        width: Int, _ work: @escaping @Sendable (Element) async -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (Int, Result).self) { group in
            var results: [Int: Result] = [:]
            for (index, element) in self.enumerated() {
                if index >= width, let (done, result) = await group.next() {
                    results[done] = result
                }
                group.addTask { (index, await work(element)) }
            }
            for await (done, result) in group { results[done] = result }
            return results.sorted { $0.key < $1.key }.map(\.value)
        }
    }
}

extension Sequence where Element == @Sendable () async -> Obstacle? {
    /// Does everything, `width` at a time. If one fails, the others still run; once the task is canceled,
    /// nothing more starts.
    /// - Throws: ``Obstacles``; none where the task was only canceled.
    func sideBySide(width: Int) async throws(Obstacles) {
        let obstacles = await concurrentMap(width: width) { one in
            Task.isCancelled ? nil : await one()
        }.compactMap { $0 }
        guard obstacles.isEmpty else { throw Obstacles(obstacles) }
        guard !Task.isCancelled else { throw Obstacles([]) }
    }
}

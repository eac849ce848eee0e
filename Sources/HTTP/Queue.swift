/// Elements that leave in the order they came, each in constant time.
struct Queue<Element> {
    private var elements: [Element?] = []
    private var first = 0

    var isEmpty: Bool { first == elements.count }

    /// Joins at the end.
    mutating func append(_ element: Element) { elements.append(element) }

    /// Takes the one that waited longest.
    mutating func popFirst() -> Element? {
        guard first < elements.count else { return nil }
        let element = elements[first]
        elements[first] = nil
        first += 1
        // Moving the rest when half have left costs one move per element.
        if first == elements.count {
            elements.removeAll(keepingCapacity: true)
            first = 0
        } else if first > 512, first > elements.count / 2 {
            elements.removeFirst(first)
            first = 0
        }
        return element
    }

    /// Takes out every element that matches, in order.
    mutating func removeAll(where matches: (Element) -> Bool) -> [Element] {
        var taken: [Element] = []
        var kept: [Element?] = []
        for case .some(let element) in elements[first...] {
            if matches(element) { taken.append(element) } else { kept.append(element) }
        }
        if !taken.isEmpty {
            elements = kept
            first = 0
        }
        return taken
    }
}

import FakeAWS
import Testing

@testable import AlertPath
@testable import HTTP
@testable import Text

/// The publisher itself, with one fault at every call, and with another run before every call. What is
/// searched in `OutboxModel` for a model, holds for the code.
@Suite struct PublisherPublishTests {
    /// What is on its way when it happens.
    enum Scene: CaseIterable {
        case one, twice, flood, hubs, late, veryLate, standby, floodAtStandby, act

        var ids: [String] {
            switch self {
            case .one, .twice, .hubs, .late, .veryLate, .standby: ["e-1"]
            case .flood, .floodAtStandby: ["e-1", "e-2", "e-3", "e-4"]
            case .act: ["e-1", "e-2"]
            }
        }

        func path(_ faults: [Int: TestPath.Fault]) -> TestPath {
            let path = TestPath(
                hubs: self == .one || self == .twice || self == .flood ? 1 : 2, faults: faults)
            switch self {
            case .one: path.deliver(record("e-1"))
            case .twice: for _ in 0..<2 { path.deliver(record("e-1")) }
            case .flood: for id in ids { path.deliver(record(id)) }
            case .hubs:
                path.deliver(record("e-1"))
                path.deliver(record("e-1"), to: 1)
            case .late, .veryLate:
                path.deliver(record("e-1"), late: self == .late ? 45 : 60)
                path.deliver(record("e-1"), to: 1)
            case .standby: path.deliver(record("e-1"), to: 1)
            case .floodAtStandby: for id in ids { path.deliver(record(id), to: 1) }
            case .act:
                path.deliver(record("e-1"))
                path.deliver(record("e-2", #""folds":"e-1","#))
                path.deliver(record("e-2"), to: 1)
                path.deliver(record("e-1", #""folds":"e-2","#), to: 1)
            }
            return path
        }
    }

    @Test(arguments: Scene.allCases)
    func `without a fault every alert is told once`(scene: Scene) throws {
        let calls = try check(scene, [:], most: 1)
        // Whatever another run does before any call.
        for call in 1...calls { _ = try check(scene, [call: .another], most: 1) }
    }

    @Test(arguments: Scene.allCases, TestPath.Fault.allCases)
    func `with a fault at any call every alert is told, and repeats say so`(
        scene: Scene, fault: TestPath.Fault
    ) throws {
        guard fault != .another else { return }
        let calls = try check(scene, [:], most: 1)
        for call in 1...calls { _ = try check(scene, [call: fault], most: 3) }
    }

    /// - Returns: how many calls there were.
    private func check(
        _ scene: Scene, _ faults: [Int: TestPath.Fault], most: Int
    ) throws -> Int {
        let path = scene.path(faults)
        try path.run()
        for id in scene.ids {
            let texts = path.taken.filter { $0.contains(id) }
            // An alert that tells the same act stands for it.
            if texts.isEmpty && scene == .act && !path.taken.isEmpty { continue }
            #expect((1...most).contains(texts.count), "\(scene) \(faults) \(id): \(path.taken)")
            let plain = texts.filter { !$0.contains("may be a repeat") }
            #expect(plain.count <= 1, "\(scene) \(faults) \(id): \(path.taken)")
        }
        if scene == .act && most == 1 { #expect(path.taken.count == 1, "\(faults): \(path.taken)") }
        #expect(path.failed.isEmpty, "\(scene) \(faults)")
        return path.calls
    }
}

import FakeWorld
import Synchronization
import System
import Testing

@testable import Rollout

@Suite struct BoardTests {
    private let machine = FakeWorld()
    private let said = Said()

    private final class Said: Sendable {
        let lines = Mutex<[String]>([])
        var narrator: Narrator {
            Narrator(
                say: { line in self.lines.withLock { $0.append(line) } }, note: { _ in },
                progress: { line in self.lines.withLock { $0.append("~" + line) } })
        }
    }

    @Test func `The line names what has been waited for longest`() {
        let board = Board(said.narrator, in: machine.world)
        board.expect(3)
        board.begin("hub", "CREATE_IN_PROGRESS")
        machine.advance(by: .seconds(65))
        board.begin("region", "CREATE_IN_PROGRESS")
        board.update("hub", "CREATE_IN_PROGRESS: Key CREATE_COMPLETE")
        #expect(
            said.lines.withLock { $0.last }
                == "~0 of 3 done, 2 under way; 1 min 5 s  hub  CREATE_IN_PROGRESS: Key CREATE_COMPLETE"
        )
    }

    @Test func `What takes a minute is said once a minute`() {
        let board = Board(said.narrator, in: machine.world)
        board.begin("hub", "CREATE_IN_PROGRESS")
        machine.advance(by: .seconds(59))
        board.tell()
        machine.advance(by: .seconds(1))
        board.tell()
        board.tell()
        machine.advance(by: .seconds(60))
        board.tell()
        let lines = said.lines.withLock { $0.filter { !$0.hasPrefix("~") } }
        #expect(
            lines == [
                "hub  still CREATE_IN_PROGRESS  1 min", "hub  still CREATE_IN_PROGRESS  2 min",
            ])
    }

    @Test func `The end is a line that stays, and says how long it took`() {
        let board = Board(said.narrator, in: machine.world)
        board.begin("hub", "CREATE_IN_PROGRESS")
        machine.advance(by: .seconds(3_700))
        board.end("hub", "created")
        #expect(said.lines.withLock { $0.contains("hub  created  1 h 1 min") })
        #expect(board.open.isEmpty)
    }

    @Test func `What is tracked ends with a line, done or failed`() async {
        let board = Board(said.narrator, in: machine.world)
        let done = await board.track("hub") { () throws(Obstacle) in "created" }
        let obstacle = Obstacle("region", "denied")
        let failed = await board.track("region") { () throws(Obstacle) in throw obstacle }
        #expect(done == nil && failed == obstacle)
        let lines = said.lines.withLock { $0.filter { !$0.hasPrefix("~") } }
        #expect(lines == ["hub  created", "region  FAILED"])
    }
}

import Glibc
import Testing

@testable import LambdaRuntime

/// One test after the other: the environment is the process's.
@Suite(.serialized) struct TraceVariableTests {
    private var current: String? {
        getenv(TraceVariable.name).map { String(cString: $0) }
    }

    @Test func `every value is seen, at one place in memory`() {
        let variable = TraceVariable()
        variable.set("Root=1-first;Sampled=1")
        #expect(current == "Root=1-first;Sampled=1")
        let place = getenv(TraceVariable.name)
        for value in ["b", "", "Root=1-a-much-longer-one;Parent=53995c3f42cd8ad8;Sampled=0"] {
            variable.set(value)
            #expect(current == value)
            #expect(getenv(TraceVariable.name) == place)
        }
        variable.set(nil)
    }

    @Test func `no trace means no variable`() {
        setenv(TraceVariable.name, "from before", 1)
        let variable = TraceVariable()
        variable.set(nil)
        #expect(current == nil)
        variable.set("x")
        variable.set(nil)
        variable.set(nil)
        #expect(current == nil)
        variable.set("y")
        #expect(current == "y")
        variable.set(nil)
    }

    @Test func `what is too long to be a trace is none`() {
        let variable = TraceVariable()
        let room = TraceVariable.capacity - TraceVariable.name.utf8.count - 2
        variable.set(String(repeating: "x", count: room))
        #expect(current?.utf8.count == room)
        variable.set(String(repeating: "x", count: room + 1))
        #expect(current == nil)
    }
}

import Testing
import World

struct FailureTests {
    @Test func `a failure is equal by its code, and keeps the rest when it is put in a context`() {
        let failure = Failure(.io, "disk full", hint: "make room", isRetryable: true).within("cannot write")
        #expect(failure == Failure(.io, "something else"))
        #expect(failure != Failure(.usage, "disk full"))
        #expect(failure.message == "cannot write: disk full")
        #expect(failure.hint == "make room")
        #expect(failure.isRetryable)
    }
}

import Foundation
import Testing

@testable import Platform

struct SystemClockTests {
    private let clock = SystemClock()

    @Test func `the time of day is the system's, in seconds`() {
        #expect(abs(clock.now - Int(Date().timeIntervalSince1970)) <= 1)
    }

    @Test func `sleeping takes at least as long as was asked`() {
        let start = clock.ticks
        clock.sleep(milliseconds: 60)
        #expect(clock.ticks - start >= 60)
        clock.sleep(milliseconds: 0)
    }

    @Test func `random bytes are as many as asked, and not the same again`() {
        let randomness = SystemRandomness()
        #expect(randomness.bytes(0).isEmpty)
        #expect(randomness.bytes(32).count == 32)
        #expect(randomness.bytes(32) != randomness.bytes(32))
    }
}

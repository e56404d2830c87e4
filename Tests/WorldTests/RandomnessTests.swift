import FakeWorld
import Testing
import World

struct RandomnessTests {
    private struct Fixed: Randomness {
        let byte: UInt8

        func bytes(_ count: Int) -> [UInt8] { Array(repeating: byte, count: count) }
    }

    @Test(
        arguments: [
            (0x00, "00000000-0000-4000-8000-000000000000"), (0xFF, "ffffffff-ffff-4fff-bfff-ffffffffffff"),
            (0x0A, "0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a"),
        ] as [(UInt8, String)])
    func `a UUID has the version and the variant of RFC 9562`(byte: UInt8, uuid: String) {
        #expect(Fixed(byte: byte).uuid() == uuid)
    }

    @Test func `each UUID takes new bytes`() {
        let randomness = CountingRandomness()
        #expect(randomness.uuid() == "00010203-0405-4607-8809-0a0b0c0d0e0f")
        #expect(randomness.uuid() == "10111213-1415-4617-9819-1a1b1c1d1e1f")
    }
}

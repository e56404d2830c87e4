import Testing
import World

struct FNV1aTests {
    @Test(
        arguments: [
            // Reference vectors of the 64-bit FNV-1a.
            ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
        ] as [(String, UInt64)])
    func `FNV-1a gives its published values`(text: String, hash: UInt64) { #expect(FNV1a.hash(text.utf8) == hash) }
}

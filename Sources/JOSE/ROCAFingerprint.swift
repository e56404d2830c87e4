/// The mark of RSA keys whose primes were not random: CVE-2017-15361, "Return of Coppersmith's Attack".
///
/// Infineon's chips made primes of the form k * M + (65537^a mod M), where M is the product of the first primes. Modulo
/// each of those, such a modulus is a power of 65537; a random one is so modulo all of them once in 2^28.
enum ROCAFingerprint {
    /// Those of the first 39 primes that are odd: they divide M at every key length.
    private static let primes: [UInt] = [
        3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
        113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
    ]

    /// - Parameter remainder: of the modulus, divided by a small number.
    static func matches(_ remainder: (UInt) throws(JOSEError) -> UInt) throws(JOSEError) -> Bool {
        for prime in primes where try !isPower(remainder(prime), modulo: prime) { return false }
        return true
    }

    /// Whether the number is a power of 65537.
    private static func isPower(_ number: UInt, modulo prime: UInt) -> Bool {
        var power: UInt = 1
        repeat {
            if power == number { return true }
            power = power * 65_537 % prime
        } while power != 1
        return false
    }
}

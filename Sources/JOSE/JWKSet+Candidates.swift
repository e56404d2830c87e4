extension JWKSet {
    /// Which keys may have signed the token, as positions in `keys`; none when the set does not have its key.
    ///
    /// A `kid` is compared byte for byte and used for nothing else. What the header says of keys that are not in the set
    /// (`jwk`, `jku`, `x5u`, `x5c`) is never looked at: the sender could choose its own.
    /// Throws the reason when the keys that the token names must not verify it, or when more than one goes by the name.
    func candidates(for header: JSONObject, _ algorithm: JWSAlgorithm) throws(JOSEError) -> [Int] {
        let kid = try Self.text("kid", of: header)
        let x5t = try Self.text("x5t", of: header)
        if let kid {
            let named = positions { $0.members["kid"] == kid }
            if !named.isEmpty { return [try theOne(of: named, algorithm)] }
        }
        if let x5t {
            let named = positions { $0.members["x5t"] == x5t || $0.members["kid"] == x5t }
            if !named.isEmpty { return [try theOne(of: named, algorithm)] }
        }
        let isNamed = kid != nil || x5t != nil
        return try fitting(positions { !isNamed || $0.members["kid"] == nil }, algorithm)
    }

    /// Whether secrets and public keys stand side by side: then one could be taken for the other.
    var isMixed: Bool {
        let types = keys.compactMap(\.type)
        return types.contains(.octets) && types.contains { $0 != .octets }
    }

    /// The key that a name means.
    private func theOne(of named: [Int], _ algorithm: JWSAlgorithm) throws(JOSEError) -> Int {
        let fitting = try fitting(named, algorithm)
        guard let first = fitting.first else {
            throw JOSEError(.unsupportedAlgorithm, "none of the keys that the token names goes with \(algorithm.name)")
        }
        guard fitting.allSatisfy({ keys[first].isSameKey(as: keys[$0]) }) else {
            throw JOSEError(.malformedKey, "the key set has two different keys by the name (kid) that the token gives")
        }
        return first
    }

    /// Those that may verify what is signed with the algorithm; a single one that may not has its reason thrown.
    private func fitting(_ positions: [Int], _ algorithm: JWSAlgorithm) throws(JOSEError) -> [Int] {
        if positions.count == 1 {
            try keys[positions[0]].check(for: algorithm)
            return positions
        }
        return positions.filter { position in (try? keys[position].check(for: algorithm)) != nil }
    }

    private func positions(where isMeant: (JWK) -> Bool) -> [Int] { keys.indices.filter { isMeant(keys[$0]) } }

    /// A header member that must be text, compared as `JSONString` does.
    private static func text(_ name: String, of header: JSONObject) throws(JOSEError) -> JSON? {
        guard let member = header[name] else { return nil }
        guard case .string = member else {
            throw JOSEError(.malformedToken, "the token's \(name) is not text")
        }
        return member
    }
}

package import JOSE
package import World

/// Judges signatures by the keys that issuers publish; keys are kept, in this process and between runs.
package struct KeyDirectory {
    private struct Entry {
        var keys: PublishedKeys
        private var verifier: SignatureVerifier

        init(_ keys: PublishedKeys) throws(Failure) {
            self.keys = keys
            do {
                verifier = SignatureVerifier(try JWKSet(keys.document))
            } catch {
                throw Failure(error)
            }
        }

        mutating func verify(_ token: CompactJWS) throws(Failure) -> SignatureVerdict {
            do {
                return try verifier.verify(token)
            } catch {
                throw Failure(error)
            }
        }
    }

    private let http: HTTPClient
    private let repository: (any KeyRepository)?
    private let warn: (String) -> Void
    private var entries: [String: Entry] = [:]
    /// The last fetch that failed, by source: when, and why.
    private var failures: [String: (on: Int, failure: Failure)] = [:]

    /// How long keys are used without asking again, in seconds: a day, as Microsoft's documents advise.
    private static let lifetime = 86_400
    /// How long old keys do when the issuer cannot be asked, in seconds: whoever blocks it must not keep a key alive.
    private static let longestUse = 30 * 86_400
    /// The least time between two fetches that an unknown key, or a failed fetch, may cause, in seconds.
    private static let pause = 300

    /// - Parameters:
    ///   - repository: nil to keep nothing.
    ///   - warn: is told, in a line for people, when old keys have to do.
    package init(
        repository: (any KeyRepository)?, http: HTTPClient, warn: @escaping (String) -> Void
    ) {
        self.repository = repository
        self.warn = warn
        self.http = http
    }

    /// - Parameter now: seconds since 1970.
    /// - Returns: what became of the signature, and the keys that it was judged by.
    /// - Throws: why there are no keys.
    package mutating func judge(
        _ token: CompactJWS, by source: KeySource, now: Int
    ) throws(Failure) -> (verdict: SignatureVerdict, keys: PublishedKeys) {
        var (entry, isNew) = try entry(of: source, now: now)
        var verdict = try entry.verify(token)
        if verdict == .unknownKey, entry.keys.mayBeRefetched(now: now, pause: Self.pause) {
            // New keys may have been published since.
            if !isNew {
                do throws(Failure) {
                    entry = try Entry(fetch(source, now: now))
                    verdict = try entry.verify(token)
                } catch {
                    warn("\(error.message): new keys cannot be looked for")
                }
            }
            entry.keys.refetchedOn = now
            repository?.keep(entry.keys, of: source)
        }
        entries[source.name] = entry
        return (verdict, entry.keys)
    }

    private mutating func entry(of source: KeySource, now: Int) throws(Failure) -> (Entry, isNew: Bool) {
        let known: Entry? =
            if let entry = entries[source.name] { entry } else { try repository?.keys(of: source).map(Entry.init) }
        if let known, known.keys.isWithin(Self.lifetime, now: now) { return (known, false) }
        do {
            let keys = try fetch(source, now: now)
            repository?.keep(keys, of: source)
            return (try Entry(keys), true)
        } catch {
            guard let known, known.keys.isWithin(Self.longestUse, now: now) else { throw error }
            warn("\(error.message): the keys fetched \(now - known.keys.fetchedOn) s ago are used")
            return (known, false)
        }
    }

    /// A server that is out of reach is not asked again for each of a thousand tokens.
    private mutating func fetch(_ source: KeySource, now: Int) throws(Failure) -> PublishedKeys {
        if let last = failures[source.name], now - last.on < Self.pause { throw last.failure }
        do {
            return try PublishedKeys.fetch(source, using: http, now: now)
        } catch {
            failures[source.name] = (now, error)
            throw error
        }
    }
}

extension PublishedKeys {
    fileprivate func isWithin(_ seconds: Int, now: Int) -> Bool { Self.isWithin(seconds, fetchedOn, now) }

    fileprivate func mayBeRefetched(now: Int, pause: Int) -> Bool {
        refetchedOn.map { !Self.isWithin(pause, $0, now) } ?? true
    }

    /// What is of the future was written before the clock was set back: how long ago, nobody knows.
    private static func isWithin(_ seconds: Int, _ time: Int, _ now: Int) -> Bool {
        time <= now && time > now - seconds
    }
}

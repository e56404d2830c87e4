import ArgumentParser
import TokenCache
import World

/// Which of the cached tokens are meant.
struct CacheFilterOptions: ParsableArguments {
    @Option(help: .init("Only those of this app.", valueName: "id"))
    var clientId: String?

    @Option(help: .init("Only those of this account, by user name or home account ID.", valueName: "user"))
    var account: String?

    @Flag(help: "Only access tokens that have expired.")
    var expired = false
}

extension CacheFilterOptions {
    /// The rows that are meant.
    ///
    /// - Throws: `noInput` when the folder cannot be used.
    func rows(of store: any Store, in world: World, notices: Notices) throws(Failure) -> [CachedRow] {
        try Self.allRows(of: store, in: world, notices: notices).filter { row in
            (clientId == nil || row.clientID == clientId) && (account.map { row.isOf(account: $0) } ?? true)
                && (!expired || row.isExpired(at: world.clock.now))
        }
    }

    /// - Throws: `noInput` when the folder cannot be used.
    static func allRows(of store: any Store, in world: World, notices: Notices) throws(Failure) -> [CachedRow] {
        do {
            return try CacheInventory(of: store, clock: world.clock) { notices.warn($0) }.rows
        } catch {
            throw Failure(.noInput, "the cache cannot be read: \(error.message)", hint: "see tokenctl cache verify")
        }
    }
}

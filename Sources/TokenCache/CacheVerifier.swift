import JOSE
import OAuth
package import World

/// Looks for all that is wrong in the folders of the program, and changes nothing.
package struct CacheVerifier {
    private let store: any Store
    private let keys: any Store

    /// - Parameter keys: the folder of the keys that issuers have published.
    package init(of store: any Store, keys: any Store) {
        self.store = store
        self.keys = keys
    }

    /// By folder and file; empty when all is well, and when nothing is there.
    package func problems() -> [CacheProblem] {
        var problems: [CacheProblem] = []
        let names = FolderCheck(store, name: "cache").live { problems.append($0) }
        var accounts: [(index: AccountIndexName, accounts: [Account])] = []
        var files: [String: CacheFile] = [:]
        for name in names {
            guard let file = content(of: name, { problems.append($0) }) else { continue }
            files[name] = file
            if let index = AccountIndexName(name) { accounts.append((index, file.accounts.map(\.account))) }
            if file.hasOddAppMetadata {
                problems.append(CacheProblem("cache/\(name)", "a row of AppMetadata: it is no object"))
            }
            for section in CacheSection.allCases {
                problems += RowsCheck(section, of: file, in: PartitionName(name)).problems.map { words, severity in
                    CacheProblem("cache/\(name)", words, severity)
                }
            }
        }
        problems += mismatches(of: accounts, and: files)
        for name in FolderCheck(keys, name: "keys").live(report: { problems.append($0) }) {
            guard let bytes = peek(keys, name, "keys", { problems.append($0) }) else { continue }
            if (try? JSON(parsing: bytes))?.objectValue == nil {
                problems.append(CacheProblem("keys/\(name)", "is damaged: it is no JSON object"))
            }
        }
        return problems
    }

    private func content(of name: String, _ report: (CacheProblem) -> Void) -> CacheFile? {
        guard let bytes = peek(store, name, "cache", report) else { return nil }
        do {
            return try CacheFile(parsing: bytes)
        } catch {
            report(CacheProblem("cache/\(name)", "is damaged: \(error)"))
            return nil
        }
    }

    /// nil also for what is gone by now.
    private func peek(_ store: any Store, _ name: String, _ folder: String, _ report: (CacheProblem) -> Void)
        -> [UInt8]?
    {
        do {
            return try store.peek(name)
        } catch {
            report(CacheProblem("\(folder)/\(name)", "cannot be used: \(error.message)"))
            return nil
        }
    }

    /// Accounts whose tokens are not there, and tokens that nobody finds because no index has their account.
    private func mismatches(
        of indexes: [(index: AccountIndexName, accounts: [Account])], and files: [String: CacheFile]
    ) -> [CacheProblem] {
        var problems: [CacheProblem] = []
        var known: Set<String> = []
        for (index, accounts) in indexes {
            let owners = files[index.index.fileName]?.tokenOwners ?? []
            for account in accounts {
                let file = index.file(of: account).fileName
                known.insert(file)
                if files[file] == nil, !owners.contains(account.homeAccountID) {
                    problems.append(
                        CacheProblem(
                            "cache/\(index.index.fileName)", "lists '\(account.name)', and there are no tokens",
                            .warning
                        ))
                }
            }
        }
        for (name, file) in files.sorted(by: { $0.key < $1.key }) where PartitionName(name).kind == .user {
            guard file.hasTokens, !known.contains(name) else { continue }
            problems.append(
                CacheProblem("cache/\(name)", "has tokens that are not found: no index lists its account", .warning))
        }
        return problems
    }
}

import JOSE
import OAuth
import World

/// Where each row of other programs' files belongs among this program's own, and what belongs nowhere.
struct ImportPlan {
    /// A row that has no place.
    struct LeftOut {
        let section: String
        let key: String
        let obstacle: ImportedRow.Obstacle
    }

    /// What goes into which file, by the files' names.
    private(set) var files: [String: PortableFile] = [:]
    private(set) var leftOut: [LeftOut] = []
    private let authority: Authority?
    private let now: Int

    /// - Parameters:
    ///   - authority: of the rows with its host, which do not tell its port or policy.
    ///   - now: seconds since 1970.
    init(at authority: Authority?, now: Int) {
        self.authority = authority
        self.now = now
    }

    /// An app at a provider, as the files' names have it.
    private struct Client: Hashable {
        let environment: String
        let place: [String]
        let id: String

        var index: Partition { Partition([Partition.Kind.accounts] + place + [id]) }

        func file(of homeAccountID: String) -> Partition {
            Partition([Partition.Kind.user] + place + [id, homeAccountID])
        }
    }

    mutating func add(_ content: CacheFile) {
        let issuers = Self.issuers(in: content)
        let peopleOfADFS = Set(content.accounts.filter(\.isOfADFS).map(\.account.homeAccountID))
        /// The apps that have something of an account.
        var clients: [String: Set<Client>] = [:]
        var apps: [String: Set<String>] = [:]
        for section in [AccessTokenEntry.section, RefreshTokenEntry.section, IDTokenEntry.section] {
            for member in content.members(section) {
                let row: ImportedRow
                let client: Client
                do {
                    row = try ImportedRow(member.value, of: section, now: now)
                    client = try self.client(
                        row, issuer: row.issuer ?? issuers["\(row.environment) \(row.clientID)"],
                        isOfADFS: row.homeAccountID.map(peopleOfADFS.contains) ?? false)
                } catch {
                    leaveOut(member, of: section, error.obstacle)
                    continue
                }
                let file: Partition
                if let home = row.homeAccountID {
                    clients[home, default: []].insert(client)
                    file = client.file(of: home)
                } else {
                    file = appTokens(of: row, client)
                }
                apps["\(client.environment) \(client.id)", default: []].insert(file.fileName)
                put(member, of: section, into: file)
            }
        }
        addAccounts(of: content, clients)
        addApps(of: content, apps)
    }

    /// Accounts are in the files of all apps that have tokens of theirs, and in the apps' indexes.
    private mutating func addAccounts(of content: CacheFile, _ clients: [String: Set<Client>]) {
        for member in content.members(AccountEntry.section) {
            guard let account = member.value.objectValue.flatMap(AccountEntry.init) else {
                leaveOut(member, of: AccountEntry.section, .garbage)
                continue
            }
            let home = account.account.homeAccountID
            let here = clients[home, default: []].filter { KnownHosts.areSame($0.environment, account.environment) }
            if here.isEmpty { leaveOut(member, of: AccountEntry.section, .nobody) }
            for client in here {
                put(member, of: AccountEntry.section, into: client.file(of: home))
                put(member, of: AccountEntry.section, into: client.index)
            }
        }
    }

    /// What is known of an app is beside its tokens, and in its index of accounts.
    private mutating func addApps(of content: CacheFile, _ files: [String: Set<String>]) {
        for member in content.members(AppMetadataEntry.section) {
            guard let app = member.value.objectValue.flatMap(AppMetadataEntry.init) else {
                leaveOut(member, of: AppMetadataEntry.section, .garbage)
                continue
            }
            let environment = KnownHosts.canonical(app.environment.lowercased())
            for file in files["\(environment) \(app.clientID)"] ?? [] {
                put(member, of: AppMetadataEntry.section, into: Partition(fileName: file))
            }
        }
    }

    private func client(_ row: ImportedRow, issuer: String?, isOfADFS: Bool) throws(ImportedRow.Refusal) -> Client {
        let environment = KnownHosts.canonical(row.environment.lowercased())
        let place: [String]
        if let told = row.place ?? issuer.map({ [$0] }) {
            place = told
        } else if let authority = authority(of: environment) {
            place = Partition.place(.authority(authority))
        } else {
            guard !KnownHosts.isB2C(environment) else { throw ImportedRow.Refusal(.policy) }
            place = [environment] + (isOfADFS ? ["adfs"] : [])
        }
        return Client(environment: environment, place: place, id: row.clientID)
    }

    private func appTokens(of row: ImportedRow, _ client: Client) -> Partition {
        let realm = [row.realm.lowercased()]
        // That of AD FS is in the place already.
        let tenant = row.issuer == nil && realm[...] != client.place.dropFirst() ? realm : []
        // A policy stands behind the tenant.
        let place = client.place.prefix(1) + tenant + client.place.dropFirst()
        return Partition([Partition.Kind.app] + place + [client.id])
    }

    private func authority(of environment: String) -> Authority? {
        authority.flatMap { KnownHosts.canonical($0.server.host) == environment ? $0 : nil }
    }

    private mutating func put(_ member: JSONObject.Member, of section: String, into file: Partition) {
        files[file.fileName, default: PortableFile()].put(member, of: section)
    }

    private mutating func leaveOut(_ member: JSONObject.Member, of section: String, _ obstacle: ImportedRow.Obstacle) {
        leftOut.append(LeftOut(section: section, key: member.name.value, obstacle: obstacle))
    }

    /// The issuers of apps at providers other than Entra: access tokens' rows alone tell them, where tokenctl wrote them.
    private static func issuers(in content: CacheFile) -> [String: String] {
        let known = content.accessTokens.map { ("\($0.environment) \($0.clientID)", $0.issuer) }
        return Dictionary(grouping: known) { $0.0 }.compactMapValues { rows in
            Set(rows.map(\.1)).count == 1 ? rows[0].1 : nil
        }
    }
}

import World

/// What is wrong with a folder and with what stands in it, as far as that can be seen from outside.
struct FolderCheck {
    private let store: any Store
    private let name: String

    /// - Parameter name: of the folder, below that of the program's own files.
    init(_ store: any Store, name: String) {
        self.store = store
        self.name = name
    }

    /// The names of the files whose content is worth a look: plain, one's own, and not left over.
    func live(report: (CacheProblem) -> Void) -> [String] {
        let listing: StoreListing
        do {
            guard let found = try store.listing() else { return [] }
            listing = found
        } catch {
            report(CacheProblem(name, "cannot be looked at: \(error.message)"))
            return []
        }
        for problem in problems(of: listing.folder, isFolder: true) { report(CacheProblem(name, problem)) }
        guard listing.folder.kind == .folder, listing.folder.isOwn else { return [] }
        return listing.items.filter { isLive($0, report) }.map(\.name)
    }

    private func isLive(_ item: StoreItem, _ report: (CacheProblem) -> Void) -> Bool {
        let path = "\(name)/\(item.name)"
        let wrong = problems(of: item, isFolder: false)
        wrong.forEach { report(CacheProblem(path, $0)) }
        guard item.kind == .file, item.isOwn else { return false }
        switch CacheLitter(item.name) {
        case .temporary: report(CacheProblem(path, "is a temporary file, left over or being written", .note))
        case .damaged: report(CacheProblem(path, "was damaged and put aside", .note))
        case nil where PartitionName.isLive(item.name): return item.size <= Self.largestFile
        case nil where item.name == store.lockFileName || item.name == EncryptionMark.fileName: break
        case nil: report(CacheProblem(path, "is no file of this program", .note))
        }
        return false
    }

    private func problems(of item: StoreItem, isFolder: Bool) -> [String] {
        switch (item.kind, isFolder) {
        case (.file, false), (.folder, true): break
        case (.file, _): return ["is a file, and no folder"]
        case (.folder, _): return ["is a folder, and no file"]
        case (.link, _): return ["is a symbolic link"]
        case (.special, _): return ["is a pipe, socket or device, and no \(isFolder ? "folder" : "plain file")"]
        }
        guard item.isOwn else { return ["belongs to another user"] }
        var problems: [String] = []
        if item.isLoose { problems.append("is open to others: its mode is \(String(item.mode, radix: 8))") }
        if !isFolder, item.size > Self.largestFile {
            problems.append("is larger than any cache file should be: \(item.size >> 20) MiB")
        }
        return problems
    }

    /// Bytes; nobody reads a longer one (see PosixStore).
    private static let largestFile = 64 << 20
}

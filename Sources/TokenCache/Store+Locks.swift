import World

extension Store {
    /// Takes the file away in which a process that was killed had its locks, unless others have locks in it now.
    ///
    /// Whoever releases the last lock does so: it is enough to take one.
    func removeLockFile() {
        guard let items = try? listing()?.items, items.contains(where: { $0.name == lockFileName }) else { return }
        (try? tryLock("sweep"))??.release()
    }

    /// What a folder's locks are kept in.
    var lockFileName: String { ".lock" }
}

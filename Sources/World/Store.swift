/// A folder of small private files, shared by processes that may die at any moment.
///
/// Readers see a whole file, old or new. Folders have mode 0700 and files 0600, put right when they do not;
/// symbolic links, other people's files and everything that is no plain file are refused.
package protocol Store: Sendable {
    /// The folder's path, for messages.
    var directory: String { get }

    /// The content of a file; nil where there is none.
    func read(_ name: String) throws(StoreError) -> [UInt8]?

    /// Replaces a file in one step, on disk before this returns.
    func write(_ bytes: [UInt8], to name: String) throws(StoreError)

    /// The names of all files that are not hidden; none where there is no folder.
    func names() throws(StoreError) -> [String]

    /// What stands in the folder, as it is: nothing is opened, followed or put right; nil where there is no folder.
    func listing() throws(StoreError) -> StoreListing?

    /// The content of a file like `read`, but nothing is put right.
    func peek(_ name: String) throws(StoreError) -> [UInt8]?

    /// Takes a file away; nothing happens where there is none.
    func remove(_ name: String) throws(StoreError)

    /// Gives a file another name.
    func rename(_ name: String, to newName: String) throws(StoreError)

    /// Takes the lock of that name; nil while another process has it.
    ///
    /// The kernel frees it when its holder dies. Locks of different names do not touch each other.
    func tryLock(_ name: String) throws(StoreError) -> (any StoreLock)?
}

/// A lock that is held until it is released or its process ends.
package protocol StoreLock: Sendable {
    func release()
}

/// Why the folder did not do what it should.
package struct StoreError: Error, Equatable {
    package enum Code: Sendable {
        /// The folder or file is not safe to use: a link, someone else's, or no plain file.
        case refused
        /// The operating system said no: disk full, read-only, no permission.
        case failed
        /// The content is encrypted, and the right key for it is not at hand.
        case sealed
    }

    package let code: Code
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package static func == (left: StoreError, right: StoreError) -> Bool { left.code == right.code }
}

/// A file that other programs read and write, too: an MSAL application's token cache.
///
/// It is replaced in one step, so that its readers see it whole; they may write it in place, so that it can be found
/// half written. Symbolic links, other people's files and everything that is no plain file are refused.
package protocol SharedFile: Sendable {
    /// For messages.
    var path: String { get }

    /// The content; nil where there is no file.
    func read() throws(StoreError) -> [UInt8]?

    /// Replaces the file, on disk before this returns; a missing one is made, its folder is not.
    ///
    /// The mode stays where it is tighter than 0600, and becomes 0600 otherwise.
    func write(_ bytes: [UInt8]) throws(StoreError)

    /// Takes the lock by which the MSAL libraries take turns in writing; nil while another program has it.
    ///
    /// It is a file beside this one, `….lockfile`. One that a dead program left behind is taken over.
    func tryLock() throws(StoreError) -> (any StoreLock)?

    /// Takes a lock that only this program knows; nil while another process has it.
    ///
    /// Locks of different names do not touch each other.
    func tryLock(_ name: String) throws(StoreError) -> (any StoreLock)?
}

/// Files that the user names, and folders of the program's own.
package protocol Files: Sendable {
    /// The content of a file, or of whatever can be read at that path.
    ///
    /// - Throws: `noInput` when it cannot be read, `badData` when it is longer than `limit` bytes.
    func read(_ path: String, limit: Int) throws(Failure) -> [UInt8]

    /// What comes from an open descriptor, to its end; 0 is standard input.
    func read(descriptor: Int32, limit: Int) throws(Failure) -> [UInt8]

    /// Adds to the end of a file that exists or can be made.
    ///
    /// - Throws: `io`.
    func append(_ bytes: [UInt8], to path: String) throws(Failure)

    /// Adds lines to a file, but for those that are there already; of several processes that add the same, one succeeds.
    ///
    /// The file is made with mode 0600 where there is none.
    ///
    /// - Parameter lines: without line breaks.
    /// - Returns: for each line whether it is new.
    /// - Throws: `io`.
    func addLines(_ lines: [String], to path: String) throws(Failure) -> [Bool]

    /// A private folder; nothing is made on disk before the first write.
    ///
    /// - Parameter warn: is told, in a line for people, of what was found wrong and put right.
    func store(at directory: String, warn: @escaping @Sendable (String) -> Void) -> any Store

    /// A file that other programs write, too; nothing is made on disk before the first write.
    func sharedFile(at path: String) -> any SharedFile
}

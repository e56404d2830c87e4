/// Something that stands in a private folder, as a look from outside shows it.
package struct StoreItem: Sendable {
    package enum Kind: Sendable {
        case file, folder, link
        /// A FIFO, a socket or a device: opening it may hang.
        case special
    }

    package let name: String
    package let kind: Kind
    /// The permission bits: `0o600`.
    package let mode: UInt32
    /// Whether it belongs to the user that this process runs as.
    package let isOwn: Bool
    /// Bytes.
    package let size: Int
    /// When its content was last changed, in seconds since 1970.
    package let changedOn: Int

    package init(_ name: String, kind: Kind = .file, mode: UInt32, isOwn: Bool = true, size: Int, changedOn: Int) {
        self.name = name
        self.kind = kind
        self.mode = mode
        self.isOwn = isOwn
        self.size = size
        self.changedOn = changedOn
    }

    /// Whether others can read or change it.
    package var isLoose: Bool { mode & 0o077 != 0 && kind != .link }
}

/// A private folder and what stands in it, hidden files too.
package struct StoreListing: Sendable {
    /// Its name is empty.
    package let folder: StoreItem
    /// By their names; none when the folder is a link, no folder, or someone else's: nobody looks into that.
    package let items: [StoreItem]

    package init(folder: StoreItem, items: [StoreItem]) {
        self.folder = folder
        self.items = items
    }
}

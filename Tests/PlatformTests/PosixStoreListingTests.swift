import FakeWorld
import Foundation
import Glibc
import TestSupport
import Testing
import World

@testable import Platform

/// A look at a folder that changes nothing, follows nothing and waits for nothing.
struct PosixStoreListingTests {
    private let sandbox: TemporaryFolder

    init() throws { sandbox = try TemporaryFolder() }

    private var path: String { sandbox.path + "/cache" }

    private var store: PosixStore { PosixStore(directory: path) { Issue.record("\($0)") } }

    private func item(_ name: String) throws -> StoreItem {
        try #require(try store.listing()?.items.first { $0.name == name })
    }

    @Test func `where there is no folder there is nothing`() throws {
        #expect(try store.listing() == nil)
        #expect(try store.peek("a") == nil)
        #expect(try sandbox.names() == [])
    }

    @Test func `all is listed as it is, hidden files too`() throws {
        try store.write([1, 2, 3], to: "b")
        try store.write([], to: ".a")
        let listing = try #require(try store.listing())
        #expect(listing.folder.kind == .folder)
        #expect(listing.folder.mode == 0o700)
        #expect(listing.folder.isOwn)
        #expect(listing.items.map(\.name) == [".a", "b"])
        let file = try item("b")
        #expect(file.kind == .file)
        #expect(file.mode == 0o600)
        #expect(file.size == 3)
        #expect(abs(file.changedOn - Int(Date().timeIntervalSince1970)) < 60)
    }

    @Test func `loose modes are seen, and stay`() throws {
        try store.write([1], to: "a")
        #expect(unsafe chmod(path + "/a", 0o644) == 0)
        #expect(unsafe chmod(path, 0o755) == 0)
        #expect(try store.peek("a") == [1])
        #expect(try item("a").isLoose)
        #expect(try store.listing()?.folder.isLoose == true)
        #expect(try sandbox.status("cache").st_mode & 0o777 == 0o755)
        #expect(try sandbox.status("cache/a").st_mode & 0o777 == 0o644)
    }

    @Test(.timeLimit(.minutes(1)))
    func `links, pipes and folders are seen as what they are, and not read`() throws {
        try store.write([7], to: "target")
        #expect(unsafe symlink(path + "/target", path + "/link") == 0)
        #expect(unsafe symlink(path + "/none", path + "/dangling") == 0)
        #expect(unsafe mkfifo(path + "/pipe", 0o600) == 0)
        try sandbox.make("cache/folder")
        #expect(try item("link").kind == .link)
        #expect(try item("dangling").kind == .link)
        #expect(try item("pipe").kind == .special)
        #expect(try item("folder").kind == .folder)
        for name in ["link", "dangling", "pipe", "folder"] {
            #expect(throws: StoreError(.refused, "")) { try store.peek(name) }
        }
    }

    @Test func `nobody looks behind a link in the folder's place`() throws {
        try sandbox.make("elsewhere")
        try sandbox.write([1], to: "elsewhere/a")
        #expect(unsafe symlink(sandbox.path + "/elsewhere", path) == 0)
        let listing = try #require(try store.listing())
        #expect(listing.folder.kind == .link)
        #expect(listing.items.isEmpty)
        #expect(throws: StoreError(.refused, "")) { try store.peek("a") }
    }

    @Test(.enabled(if: geteuid() == 0))
    func `what belongs to others is seen`() throws {
        try store.write([1], to: "a")
        #expect(unsafe chown(path + "/a", 65534, 65534) == 0)
        #expect(try !item("a").isOwn)
        #expect(unsafe chown(path, 65534, 65534) == 0)
        let listing = try #require(try store.listing())
        #expect(!listing.folder.isOwn)
        #expect(listing.items.isEmpty)
    }
}

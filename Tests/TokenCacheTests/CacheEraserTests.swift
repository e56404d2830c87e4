import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

struct CacheEraserTests {
    private let fixture = CacheFixture()

    private func fill() throws {
        try fixture.saveAppToken()
        try fixture.saveAnnsTokens()
        try fixture.saveOnBehalfToken()
    }

    @Test func `all files of the cache go, and nothing else`() throws {
        try fill()
        for name in [".a.json.tmp-1-2", "a.json.damaged-1", ".lock"] { fixture.store.files[name] = "{" }
        fixture.keys.files = ["idp@1.json": "{}"]
        fixture.store.files["notes.txt"] = "mine"
        #expect(try fixture.eraser().eraseAll())
        #expect(fixture.store.files.keys.sorted() == [".lock", "notes.txt"], "the last lock to go takes the file away")
        #expect(fixture.keys.files.isEmpty)
        #expect(fixture.store.heldLocks.isEmpty)
        #expect(fixture.warnings.lines == ["'/config/cache/notes.txt' is no file of the cache: it stays"])
    }

    @Test func `only one app's tokens go, wherever they are`() throws {
        try fill()
        let desktop = CacheFixture.desktop
        fixture.store.files["a@x@\(desktop).json.damaged-1"] = "{"
        fixture.store.files["app@h@t@\(desktop).json.damaged-1"] = "{"
        fixture.store.files[".user@h@\(desktop)@ann.json.tmp-1-2"] = "{"
        fixture.store.files[".app@h@t@other.json.tmp-1-2"] = "{"
        #expect(try fixture.eraser().erase(clientID: desktop))
        let left = fixture.store.files.keys.sorted()
        #expect(left.count == 4)
        #expect(left.contains(CacheFixture.appFile))
        #expect(left.contains { $0.hasPrefix("obo@") })
        #expect(left.contains("a@x@\(desktop).json.damaged-1"), "its name tells nothing")
        #expect(left.contains(".app@h@t@other.json.tmp-1-2"))
    }

    @Test func `of a file of several apps, only the rows of one go`() throws {
        try fill()
        let other =
            #""x":{"credential_type":"RefreshToken","secret":"s","home_account_id":"bob.t","environment":"e","#
            + #""client_id":"other"}"#
        fixture.edit(CacheFixture.userFile, #""RefreshToken":{"#, #""RefreshToken":{\#(other),"#)
        #expect(try fixture.eraser().erase(clientID: CacheFixture.desktop))
        let text = try #require(fixture.store.files[CacheFixture.userFile])
        #expect(text.contains(other))
        for gone in ["ann-at", "ann-rt", "ann@contoso.com", CacheFixture.desktop] { #expect(!text.contains(gone)) }
        #expect(fixture.store.files[CacheFixture.index] == nil)
    }

    @Test func `another app's file that cannot be read stays`() throws {
        fixture.store.files = [CacheFixture.appFile: "{", CacheFixture.userFile: "{"]
        #expect(try fixture.eraser().erase(clientID: CacheFixture.desktop))
        #expect(fixture.store.files == [CacheFixture.appFile: "{"])
    }

    @Test func `what cannot be removed is told`() throws {
        try fill()
        fixture.store.fail(.write, with: StoreError(.failed, "read-only"))
        #expect(try !fixture.eraser().eraseAll())
        #expect(try !fixture.eraser().erase(clientID: CacheFixture.app))
        #expect(fixture.warnings.lines.contains("the cache cannot be written: read-only"))
    }
}

import FakeWorld
import JOSE
import OAuth
import Testing
import World

@testable import TokenCache

struct TokenCacheTests {
    private static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    private static let app = "11112222-bbbb-3333-cccc-4444dddd5555"
    private static let file = "app@login.microsoftonline.com@\(tenant)@\(app).json"

    private let clock = FakeClock(1_754_300_000)
    private let store = FakeStore()
    private let warnings = Remarks()

    private var cache: TokenCache {
        TokenCache(store: store, clock: clock) { [warnings] in warnings.add($0) }
    }

    private func request(_ scopes: String = "https://graph.microsoft.com/.default") throws -> TokenRequest {
        let authority = try Authority("https://login.microsoftonline.com", tenant: Self.tenant)
        return TokenRequest(provider: .authority(authority), clientID: Self.app, scopes: Scopes(scopes))
    }

    private func token(
        _ secret: String, scopes: String = "https://graph.microsoft.com/.default", expiresIn: Int = 3599,
        refreshIn: Int? = nil
    ) -> AcquiredToken {
        AcquiredToken(
            accessToken: secret, tokenType: "Bearer", obtainedOn: clock.now, expiresOn: clock.now + expiresIn,
            extendedExpiresOn: clock.now + expiresIn, refreshOn: refreshIn.map { clock.now + $0 },
            scopes: Scopes(scopes), realm: Self.tenant, source: .network)
    }

    private func rows() throws -> [String] {
        let text = try #require(store.files[Self.file])
        return try #require(JSON(parsing: text)["AccessToken"]?.objectValue).members.map(\.name.value)
    }

    /// Byte for byte what msal-python 1.39 writes for an app's token, but for the white space.
    @Test func `an app's token is written as MSAL writes it`() throws {
        cache.save(token("eyJ0...APP"), for: try request())
        #expect(
            store.files[Self.file] == """
                {"AccessToken":{"-login.microsoftonline.com-accesstoken-\(Self.app)-\(Self.tenant)-\
                https://graph.microsoft.com/.default":{"credential_type":"AccessToken","secret":"eyJ0...APP",\
                "home_account_id":null,"environment":"login.microsoftonline.com","client_id":"\(Self.app)",\
                "target":"https://graph.microsoft.com/.default","realm":"\(Self.tenant)","token_type":"Bearer",\
                "cached_at":"1754300000","expires_on":"1754303599","extended_expires_on":"1754303599"}},\
                "AppMetadata":{"appmetadata-login.microsoftonline.com-\(Self.app)":{"client_id":"\(Self.app)",\
                "environment":"login.microsoftonline.com"}}}
                """)
    }

    @Test func `what was saved is found again, with all of it`() throws {
        cache.save(token("t", refreshIn: 1800), for: try request())
        let found = try #require(cache.token(for: try request()))
        #expect(found.accessToken == "t")
        #expect(found.obtainedOn == 1_754_300_000)
        #expect(found.expiresOn == 1_754_303_599)
        #expect(found.extendedExpiresOn == 1_754_303_599)
        #expect(found.refreshOn == 1_754_301_800)
        #expect(found.scopes.text == "https://graph.microsoft.com/.default")
        #expect(found.realm == Self.tenant)
        #expect(found.source == .cache)
        #expect(warnings.lines.isEmpty)
    }

    @Test func `looking takes no lock, and reads one file once`() throws {
        #expect(cache.token(for: try request()) == nil)
        #expect(store.history == ["read \(Self.file)"])
    }

    @Test func `saving locks the file, reads it again, and gives the lock back`() throws {
        cache.save(token("t"), for: try request())
        #expect(store.history == ["lock write \(Self.file)", "read \(Self.file)", "write \(Self.file)"])
        #expect(store.heldLocks.isEmpty)
    }

    @Test(
        arguments: [
            ("a b", "a", true), ("a b", "B A", true), ("a", "a b", false),
            ("a", "a openid profile offline_access", true),
            ("A.Read", "a.read", true),
        ])
    func `a token is found by the scopes that it includes`(held: String, wanted: String, isHit: Bool) throws {
        cache.save(token("t", scopes: held), for: try request(held))
        #expect((cache.token(for: try request(wanted)) != nil) == isHit)
    }

    @Test func `of several tokens the one that lives longest is found`() throws {
        for (secret, scopes, life) in [("short", "a b", 100), ("long", "a c", 300), ("middle", "a d", 200)] {
            cache.save(token(secret, scopes: scopes, expiresIn: life), for: try request(scopes))
        }
        #expect(cache.token(for: try request("a"))?.accessToken == "long")
    }

    @Test func `rows that are replaced or expired go, the others stay`() throws {
        cache.save(token("1", scopes: "a b", expiresIn: 50), for: try request("a b"))
        cache.save(token("2", scopes: "c", expiresIn: 100), for: try request("c"))
        cache.save(token("3", scopes: "d", expiresIn: 5000), for: try request("d"))
        clock.now += 60
        cache.save(token("4", scopes: "C x", expiresIn: 5000), for: try request("c x"))
        let prefix = "-login.microsoftonline.com-accesstoken-\(Self.app)-\(Self.tenant)-"
        #expect(try rows() == [prefix + "d", prefix + "c x"])
    }

    @Test func `what other programs keep in the file survives byte for byte`() throws {
        let foreign = #"""
            {"Unknown":[1.50,"\u00e9",{"b":1,"a":2}],"RefreshToken":{"k":{"secret":"0.AR","x":1e2,"x":3}},"AccessToken":{"other":{"credential_type":"ATExt","secret":"s","ext":{"y":null}},"odd":17}}
            """#
        store.files = [Self.file: foreign]
        cache.save(token("t"), for: try request())
        let text = try #require(store.files[Self.file])
        #expect(text.hasPrefix(String(foreign.dropLast(2)) + #","-login.microsoftonline.com-accesstoken-"#))
        #expect(cache.token(for: try request())?.accessToken == "t")
    }

    @Test func `an app's metadata that is there is left alone`() throws {
        let row = #""appmetadata-login.microsoftonline.com-\#(Self.app)":{"family_id":"1"}"#
        store.files = [Self.file: #"{"AppMetadata":{\#(row)}}"#]
        cache.save(token("t"), for: try request())
        #expect(store.files[Self.file]?.contains(row) == true)
    }

    @Test(arguments: [
        "", "{", "[]", "null", "17", #"{"AccessToken":[]}"#, #"{"RefreshToken":null}"#, "\u{FEFF}{}", "{}x",
    ])
    func `a damaged file is moved aside with one warning, and work goes on`(content: String) throws {
        store.files = [Self.file: content]
        #expect(cache.token(for: try request()) == nil)
        let aside = Self.file + ".damaged-1754300000"
        #expect(store.files == [aside: content])
        cache.save(token("t"), for: try request())
        #expect(cache.token(for: try request())?.accessToken == "t")
        #expect(store.files[aside] == content)
        #expect(warnings.lines.count == 1)
        #expect(warnings.lines.first?.contains(aside) == true)
    }

    @Test func `a damaged file that cannot be moved is left as it is`() throws {
        store.files = [Self.file: "damaged"]
        store.fail(.rename, with: StoreError(.failed, "cannot rename: read-only"))
        cache.save(token("t"), for: try request())
        #expect(store.files == [Self.file: "damaged"])
        #expect(Set(warnings.lines) == ["the cache is not used: cannot rename: read-only"])
    }

    @Test func `a row from the future is passed over, within the tolerance it counts`() throws {
        cache.save(token("t", expiresIn: 100_000), for: try request())
        clock.now -= 300
        #expect(cache.token(for: try request()) != nil)
        clock.now -= 1
        #expect(cache.token(for: try request()) == nil)
    }

    @Test(arguments: [FakeStore.Operation.read, .write, .lock], [StoreError.Code.failed, .refused])
    func `a store in trouble is one warning, never a failure`(
        operation: FakeStore.Operation, code: StoreError.Code
    ) throws {
        store.fail(operation, with: StoreError(code, "the disk is full"))
        _ = cache.token(for: try request())
        cache.save(token("t"), for: try request())
        #expect(warnings.lines.allSatisfy { $0.contains("the disk is full") })
        #expect(Set(warnings.lines).count == 1)
        #expect((store.files[Self.file] != nil) == (operation == .lock))
    }

    @Test func `who asks is found out by a lock of each token's own`() throws {
        guard case .acquired(let lock) = cache.tryLock(try request("b a")) else {
            Issue.record("the lock was free")
            return
        }
        guard case .busy = cache.tryLock(try request("A B")) else {
            Issue.record("the same scopes are the same token")
            return
        }
        guard case .acquired(let other) = cache.tryLock(try request("c")) else {
            Issue.record("other scopes are another token")
            return
        }
        lock.release()
        other.release()
        #expect(store.heldLocks.isEmpty)
        store.fail(.lock, with: StoreError(.failed, "read-only"))
        guard case .unavailable = cache.tryLock(try request()) else {
            Issue.record("there is no locking")
            return
        }
    }

    @Test func `a writer waits for another one, though not for ever`() throws {
        let held = try #require(try store.tryLock("write \(Self.file)"))
        let start = clock.ticks
        cache.save(token("late"), for: try request())
        #expect((10_000...10_040).contains(clock.ticks - start))
        #expect(cache.token(for: try request())?.accessToken == "late")
        held.release()
    }

    @Test func `where others keep writing, a writer waits for its turn`() throws {
        let held = try #require(try store.tryLock("write \(Self.file)"))
        let start = clock.ticks
        clock.onSleep { [store] ticks in
            store.files = [Self.file: #"{"AccessToken":{},"Theirs":\#(ticks / 1000)}"#]
            if ticks - start > 35_000 { held.release() }
        }
        cache.save(token("mine"), for: try request())
        #expect((35_000...35_100).contains(clock.ticks - start))
        #expect(store.files[Self.file]?.contains(#""Theirs":"#) == true)
    }

    @Test func `a writer that waits does not lose what the other one writes`() throws {
        let held = try #require(try store.tryLock("write \(Self.file)"))
        let other = #"{"AccessToken":{},"Theirs":1}"#
        clock.onSleep { [store] _ in
            store.files = [Self.file: other]
            held.release()
        }
        cache.save(token("mine"), for: try request())
        #expect(store.files[Self.file]?.contains(#""Theirs":1"#) == true)
        #expect(cache.token(for: try request())?.accessToken == "mine")
    }
}

import FoundationEssentials
import Glibc

/// The process's file descriptors: enough of them for the connections, none of ours in the child.
package struct Descriptors: Sendable {
    /// Those that were open at the start; a child inherits them, whatever they are.
    private let inherited = Self.open()
    private let limit = Self.limit()

    /// How many a server of some hundred connections wants.
    private static let wanted: rlim_t = 4096

    package init() {}

    /// Raises the soft limit as far as needed and allowed.
    package func raiseLimit() {
        var raised = limit
        raised.rlim_cur = max(limit.rlim_cur, min(Self.wanted, limit.rlim_max))
        unsafe setrlimit(Self.resource, &raised)
    }

    /// Runs something that starts a child: with the limit as it was, and with what was opened since closed in the child.
    package func starting<Child, Failure: Error>(_ child: () throws(Failure) -> Child) throws(Failure) -> Child {
        for descriptor in Self.open().subtracting(inherited) { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var original = limit
        unsafe setrlimit(Self.resource, &original)
        defer { raiseLimit() }
        return try child()
    }

    private static func open() -> Set<Int32> {
        Set(((try? FileManager.default.contentsOfDirectory(atPath: "/dev/fd")) ?? []).compactMap { Int32($0) })
    }

    private static func limit() -> rlimit {
        var limit = rlimit()
        unsafe getrlimit(resource, &limit)
        return limit
    }

    #if canImport(Glibc)
        private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let resource = RLIMIT_NOFILE
    #endif
}

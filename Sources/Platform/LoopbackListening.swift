import Glibc
import World

/// Opens ports on 127.0.0.1.
struct LoopbackListening: RedirectListening {
    func listen(port: Int?) throws(Failure) -> any RedirectListener {
        guard let number = UInt16(exactly: port ?? 0) else {
            throw Failure(.usage, "\(port ?? 0) is no port: it must be a number from 0 to 65535")
        }
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        guard let socket = Descriptor(socket(AF_INET, kind, 0)) else { throw failure(number) }
        // A port that was just closed can be used again at once; one that is open still cannot (socket(7)).
        var isOn: Int32 = 1
        unsafe setsockopt(socket.number, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = number.bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let isBound = unsafe withSocketAddress(of: &address) { unsafe bind(socket.number, $0, $1.pointee) }
        guard isBound == 0, Glibc.listen(socket.number, SOMAXCONN) == 0,
            unsafe withSocketAddress(of: &address, { unsafe getsockname(socket.number, $0, $1) }) == 0
        else { throw failure(number) }
        return LoopbackListener(socket: socket, port: Int(UInt16(bigEndian: address.sin_port)))
    }

    private func withSocketAddress(
        of address: inout sockaddr_in,
        _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> Int32 {
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return unsafe withUnsafeMutablePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, &length) }
        }
    }

    private func failure(_ port: UInt16) -> Failure {
        let hint = errno == EADDRINUSE ? "another program listens there: end it, or choose another port" : nil
        return Failure(.unavailable, "cannot listen on port \(port) of 127.0.0.1: \(Posix.lastError)", hint: hint)
    }
}

import Glibc
import World

extension Environment {
    static let live = Environment { name in
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}

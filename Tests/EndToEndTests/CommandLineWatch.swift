import Foundation
import Synchronization

/// Looks at the arguments of all processes, again and again, on a thread of its own.
final class CommandLineWatch: Sendable {
    private let seen = Mutex<Set<Data>>([])
    private let isOver = Mutex(false)

    init() {
        Thread { [self] in
            while !isOver.withLock({ $0 }) {
                let now = Self.commandLines()
                seen.withLock { $0.formUnion(now) }
                Thread.sleep(forTimeInterval: 0.02)
            }
        }.start()
    }

    /// Ends the watch.
    ///
    /// - Returns: all that was seen, each as the kernel keeps it, with a zero byte behind every argument.
    func stop() -> Set<Data> {
        isOver.withLock { $0 = true }
        return seen.withLock { $0 }
    }

    private static func commandLines() -> [Data] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.filter { $0.allSatisfy(\.isNumber) }.compactMap {
            try? Data(contentsOf: URL(filePath: "/proc/\($0)/cmdline"))
        }
    }
}

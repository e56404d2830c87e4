package import JOSE
import Synchronization

/// The faults that are still to come, in the order in which they were asked for.
package final class Faults: Sendable {
    private let pending: Mutex<[Fault]>

    package init(_ faults: [Fault]) { pending = Mutex(faults) }

    package func add(_ fault: Fault) { pending.withLock { $0.append(fault) } }

    package func clear() { pending.withLock { $0 = [] } }

    /// The next one for an endpoint, with one time less to come.
    package func take(at place: Fault.Place) -> Fault? {
        pending.withLock { faults in
            guard let index = faults.firstIndex(where: { $0.place == place || $0.place == .all }) else { return nil }
            let fault = faults[index]
            faults[index].count -= 1
            if faults[index].count == 0 { faults.remove(at: index) }
            return fault
        }
    }

    package var json: JSON { .array(pending.withLock { $0.map(\.json) }) }
}

import Glibc
import World

struct SystemClock: WallClock {
    var now: Int { time(nil) }

    var ticks: Int {
        var moment = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &moment)
        return moment.tv_sec * 1000 + moment.tv_nsec / 1_000_000
    }

    func sleep(milliseconds: Int) {
        var rest = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
        while true {
            let request = rest
            guard unsafe withUnsafePointer(to: request, { unsafe nanosleep($0, &rest) }) == -1, errno == EINTR else {
                return
            }
        }
    }
}

import JOSE

/// A file for other programs, put together from many rows.
struct PortableFile {
    private var sections: [Section]

    /// The rows of one section, in the order in which they came; a later row takes an older one's place.
    private struct Section {
        let name: String
        var members: [JSONObject.Member] = []
        var times: [Int] = []
        var places: [String: Int] = [:]

        mutating func put(_ value: JSON, _ key: String, _ time: Int) {
            guard let place = places[key] else {
                places[key] = members.count
                members.append(JSONObject.Member(key, value))
                times.append(time)
                return
            }
            guard time > times[place] else { return }
            members[place].value = value
            times[place] = time
        }
    }

    /// All sections are there from the start, in MSAL's order.
    init() { sections = CacheFile.sectionNames.map { Section(name: $0) } }

    /// Brings in a row; one that makes no sense keeps its own name.
    mutating func put(_ member: JSONObject.Member, of section: String) {
        let index = place(of: section)
        let isKnown = CacheFile.sectionNames.contains(section)
        if isKnown, let row = member.value.objectValue.flatMap({ PortableRow($0, of: section) }) {
            sections[index].put(.object(row.row), row.key, row.time)
        } else {
            sections[index].put(member.value, member.name.value, 0)
        }
    }

    private mutating func place(of section: String) -> Int {
        if let index = sections.firstIndex(where: { $0.name == section }) { return index }
        sections.append(Section(name: section))
        return sections.count - 1
    }

    var content: CacheFile {
        var file = CacheFile()
        file.sections = JSONObject(
            members: sections.map { .init($0.name, .object(JSONObject(members: $0.members))) })
        return file
    }
}

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

        /// The row of that name.
        func row(_ key: String) -> JSONObject? { places[key].flatMap { members[$0].value.objectValue } }

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
    ///
    /// - Parameter place: of the file that a token is from; nil where it is known otherwise.
    mutating func put(_ member: JSONObject.Member, of section: String, at place: String? = nil) {
        let index = self.place(of: section)
        let isKnown = CacheFile.sectionNames.contains(section)
        if isKnown, var row = member.value.objectValue.flatMap({ PortableRow($0, of: section) }) {
            var key = row.key
            row.place = CacheSection(rawValue: section)?.hasSecrets == true ? place : nil
            // MSAL's keys do not tell one policy, or port, from another.
            if let place, let other = sections[index].row(key), other["place"] != row.row["place"] {
                key += "-" + place
            }
            sections[index].put(.object(row.row), key, row.time)
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

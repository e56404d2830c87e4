/// The members of a JSON object, in the order in which they stand, duplicates included.
package struct JSONObject: Sendable, Equatable {
    /// One `"name": value` of an object.
    package struct Member: Sendable, Equatable {
        package let name: JSONString
        package var value: JSON

        package init(_ name: String, _ value: JSON) { self.init(JSONString(name), value) }

        package init(_ name: JSONString, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    package var members: [Member]

    package init(members: [Member] = []) { self.members = members }

    /// The last member of that name, as RFC 7519 section 4 wants where duplicates are tolerated; setting nil removes all.
    package subscript(_ name: String) -> JSON? {
        get { members.last { $0.isNamed(name) }?.value }
        set {
            guard let newValue else { return members.removeAll { $0.isNamed(name) } }
            if let index = members.lastIndex(where: { $0.isNamed(name) }) {
                members[index].value = newValue
            } else {
                members.append(Member(name, newValue))
            }
        }
    }

    /// The first name that stands more than once: a signed header with one is ambiguous and refused.
    package var duplicateName: String? {
        var seen: Set<[UInt8]> = []
        return members.map(\.name.value).first { !seen.insert(Array($0.utf8)).inserted }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSON)...) {
        members = elements.map { Member($0.0, $0.1) }
    }
}

extension JSONObject.Member {
    fileprivate func isNamed(_ other: String) -> Bool { name.value.utf8.elementsEqual(other.utf8) }
}

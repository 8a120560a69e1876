import CaseModel
import Foundation
import ListForms

/// The slugs that are made from the rows of a list.
enum RowKeys {
    /// The slug of a row's identifier: itself if it is a short slug, otherwise its beginning with a
    /// digest, so that different identifiers have different slugs.
    static func slug(ofID id: String) -> String {
        if Slug(id) != nil, id.utf8.count <= 40 { return id }
        let digest = SHA256Text(of: Array(id.utf8)).text.prefix(8)
        let start = ascii(id, atMost: 31)
        return start.isEmpty ? String(digest) : "\(start)-\(digest)"
    }

    /// The name in small ASCII letters, digits and single hyphens; empty if nothing is left.
    static func ascii(_ name: String, atMost length: Int) -> String {
        let latin = name.applyingTransform(.toLatin, reverse: false) ?? name
        let plain = latin.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let words = plain.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        var text = ""
        for word in words {
            let longer = text.isEmpty ? String(word) : "\(text)-\(word)"
            guard longer.utf8.count <= length else { break }
            text = longer
        }
        return text.isEmpty ? String(words.first?.prefix(length) ?? "") : text
    }
}

extension ListForm {
    /// What the keys of the listings begin with, behind `listed-`: two forms of one list have rows
    /// of their own.
    func key(ofRow id: String) -> String { "\(rawValue)-\(RowKeys.slug(ofID: id))" }
}

/// Gives actors slugs that no other actor has.
struct ActorSlugs {
    private var taken: Set<String>
    private var last: [String: Int] = [:]

    /// Creates it with the slugs that are taken.
    init(taken: some Sequence<Slug>) { self.taken = Set(taken.map(\.text)) }

    /// A slug for a name, made unique by a number.
    mutating func slug(for name: String) -> String {
        let start = RowKeys.ascii(name, atMost: 60)
        let base = Slug(start) == nil ? "party" + (start.isEmpty ? "" : "-\(start)") : start
        guard taken.contains(base) else {
            taken.insert(base)
            return base
        }
        var number = last[base, default: 1] + 1
        while taken.contains("\(base)-\(number)") { number += 1 }
        last[base] = number
        taken.insert("\(base)-\(number)")
        return "\(base)-\(number)"
    }
}

package import CaseModel
import Foundation

/// One row of a list: a party, and what the file says about its listing.
package struct ListedRow: Hashable, Sendable {
    /// The line of the file on which the row begins; nil if the form has no lines.
    package var line: Int?
    /// The identifier of the row in its list.
    package var id: String
    /// The name of the party.
    package var name: String
    /// What kind of actor the party is.
    package var type: ActorType
    /// Its country; nil if the row names none, or several.
    package var country: Country?
    /// Its other names, in the order of the file, without duplicates.
    package var aliases: [String] = []
    /// The list that this list took the row from; nil if it did not.
    package var origin: String?
    /// The day of the listing; nil if the row states none.
    package var listed: EDTFDate?
    /// The date or citation as the file prints it.
    package var printed: String?
    /// The order or law.
    package var instrument: String?
    /// What the listing does, for example the licence requirement.
    package var effect: String?

    /// Creates a row; everything else is set afterwards.
    init(line: Int?, id: String, name: String, type: ActorType) {
        (self.line, self.id, self.name, self.type) = (line, id, name, type)
    }

    /// Adds other names, except those that it has.
    mutating func add(aliases names: [String]) {
        for name in names where !name.isEmpty && name != self.name && !aliases.contains(name) {
            aliases.append(name)
        }
    }
}

/// One thing that is wrong with a file.
package struct ListFault: Hashable, Sendable {
    /// The line, from 1; nil if it is not known.
    package let line: Int?
    /// What is wrong, with the row or field if it has a name.
    package let message: String
    /// What to do; empty if the message says it.
    package let hint: String

    init(line: Int? = nil, _ message: String, hint: String = "") {
        (self.line, self.message, self.hint) = (line, message, hint)
    }
}

/// Everything that is wrong with a file, at least one fault.
package struct ListFaults: Error, Hashable, Sendable {
    /// The faults in the order of the file.
    package let all: [ListFault]

    init(_ all: [ListFault]) { self.all = all }

    init(line: Int? = nil, _ message: String, hint: String = "") {
        self.init([ListFault(line: line, message, hint: hint)])
    }
}

/// Collects the rows of a file and the faults of rows that cannot be read.
struct RowCollector {
    private(set) var rows: [ListedRow] = []
    private(set) var faults: [ListFault] = []

    /// Adds what `read` returns, or its fault.
    mutating func take(_ read: () throws(ListFaults) -> ListedRow) {
        do throws(ListFaults) { rows.append(try read()) } catch { faults += error.all }
    }

    /// The rows; throws if any row had a fault, or there are none.
    func finish(_ what: String) throws(ListFaults) -> [ListedRow] {
        guard faults.isEmpty else { throw ListFaults(faults) }
        guard !rows.isEmpty else { throw ListFaults("there is no \(what) in it") }
        return rows
    }
}

extension String {
    /// The text with white space folded, and without control characters.
    var folded: String {
        split {
            $0.isWhitespace
                || $0.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
        }
        .joined(separator: " ")
    }

    /// The folded text; nil if nothing is left.
    var stated: String? {
        let text = folded
        return text.isEmpty ? nil : text
    }

    /// The day, month or year that a row states; nil if the text is empty.
    func date(_ field: String, line: Int?) throws(ListFaults) -> EDTFDate? {
        guard let text = stated else { return nil }
        guard [4, 7, 10].contains(text.utf8.count), let date = try? EDTFDate(text) else {
            throw ListFaults(
                line: line, "\(field): \(quoted(text)) is not a date",
                hint: "2031-04-02, 2031-04 or 2031")
        }
        return date
    }
}

extension Sequence<String> {
    /// The one assigned country that the codes name; nil if they name none, or several.
    var onlyCountry: Country? {
        let codes = Set(map { $0.folded.uppercased() }.filter { !$0.isEmpty })
        guard codes.count == 1, let code = codes.first,
            let country = try? Country(spelling: code), country.refusal == nil
        else { return nil }
        return country
    }
}

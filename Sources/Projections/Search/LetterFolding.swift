/// Folds letters so that capitals, accents and compatibility forms make no difference.
///
/// The table is the program's own (`Tables/letters.txt`, made by `ops/folding`), so the same program
/// folds alike on every machine and in every database: compatibility decomposition, full case
/// folding, and no accents. Voicing marks of kana and vowel signs of Indic scripts stay, because they
/// make another letter.
enum LetterFolding {
    /// Appends what a character folds to; nothing where it is ignored.
    static func append(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
        let code = scalar.value
        switch code {
        case 0x41...0x5a: folded.append(Unicode.Scalar(UInt8(code + 0x20)))
        case 0..<0x80, 0x3400..<0xa000: folded.append(scalar)
        case Hangul.syllables: Hangul.append(code, to: &folded)
        default:
            guard let target = table[code] else { return folded.append(scalar) }
            folded += target
        }
    }

    private static let table = FoldingTable(PackageResources.letters_txt).targets
}

/// Hangul syllables are decomposed by a formula (The Unicode Standard, section 3.12).
private enum Hangul {
    static let syllables: Range<UInt32> = 0xac00..<0xd7a4

    static func append(_ code: UInt32, to folded: inout [Unicode.Scalar]) {
        let index = code - syllables.lowerBound
        let trailing = index % 28
        let jamo = [0x1100 + index / 588, 0x1161 + index % 588 / 28]
        folded += (jamo + (trailing == 0 ? [] : [0x11a7 + trailing])).compactMap(
            Unicode.Scalar.init)
    }
}

/// Reads the table: `START[,COUNT,STEP,SHIFT] TARGET…` in hexadecimal, a line a run of characters.
private struct FoldingTable {
    private(set) var targets: [UInt32: [Unicode.Scalar]] = [:]

    init(_ bytes: [UInt8]) {
        targets.reserveCapacity(9_000)
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard line.first != UInt8(ascii: "#") else { continue }
            let words = line.split(separator: UInt8(ascii: " "))
            guard let head = words.first else { continue }
            let run = head.split(separator: UInt8(ascii: ",")).map(FoldingTable.number)
            add(run, words.dropFirst().map(FoldingTable.number))
        }
    }

    private mutating func add(_ run: [UInt32], _ target: [UInt32]) {
        guard let start = run.first else { return }
        let (count, step, shift) = run.count == 4 ? (run[1], run[2], run[3]) : (1, 1, 0)
        for index in 0..<count {
            targets[start + index * step] = target.compactMap {
                Unicode.Scalar($0 + index * shift)
            }
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> UInt32 {
        digits.reduce(0) { number, digit in
            number << 4 | UInt32(digit < 0x40 ? digit & 0xf : (digit & 0xf) + 9)
        }
    }
}

/// What a name looks like: two names with one skeleton are easily taken for each other.
///
/// Characters that look alike have the same prototype, of one character or of several: `m` looks
/// like `rn` (Unicode Technical Standard 39, confusables). Accents, capitals, spaces and punctuation
/// do not matter. Both orders of the two steps are compared, because a capital I looks like a small
/// l, and a small i does not.
struct NameSkeleton: Hashable {
    private let scalars: [Unicode.Scalar]

    /// The skeletons of a name; empty if it has no letter and no digit.
    static func all(of name: String) -> Set<NameSkeleton> {
        let folded = NameSkeleton.folded(name.unicodeScalars)
        let keys = [
            NameSkeleton.drawn(folded),
            NameSkeleton.drawn(NameSkeleton.folded(NameSkeleton.drawn(name.unicodeScalars))),
        ]
        return Set(keys.filter { !$0.isEmpty }.map { NameSkeleton(scalars: $0) })
    }

    /// A name as people look it up: capitals, accents, spaces and punctuation do not matter, but
    /// letters that only look alike do.
    static func lookUp(_ name: String) -> NameSkeleton {
        NameSkeleton(scalars: folded(name.unicodeScalars))
    }

    /// Small letters and digits without accents.
    private static func folded(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var folded: [Unicode.Scalar] = []
        for scalar in scalars { LetterFolding.append(scalar, to: &folded) }
        return folded.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private static func drawn(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        scalars.flatMap { prototypes[$0] ?? [$0] }
    }

    /// The prototypes of characters, as `ops/skeletons` prints them.
    private static let prototypes: [Unicode.Scalar: [Unicode.Scalar]] = {
        let lines = String(decoding: PackageResources.skeletons_txt, as: UTF8.self).split(
            separator: "\n"
        ).filter { !$0.hasPrefix("#") }
        let mappings = lines.map { line in
            line.split(separator: " ").compactMap {
                UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
            }
        }.filter { $0.count > 1 }
        return Dictionary(mappings.map { ($0[0], Array($0.dropFirst())) }) { first, _ in first }
    }()
}

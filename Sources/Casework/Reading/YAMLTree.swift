import CaseModel
import Yams

/// The tree of a YAML 1.2 text, in the supported subset: no anchors, tags or merge keys.
struct YAMLTree {
    private let text: YAMLText
    private let file: String
    private var faults: [LocatedFault] = []
    private var known: Set<LocatedFault> = []

    private init(_ text: YAMLText, file: String) {
        self.text = text
        self.file = file
    }

    /// Parses the root of a text; nil if it has none.
    ///
    /// - Throws: An error for invalid YAML, else every unsupported construct, at its place.
    static func root(of text: String, file: String) throws(CaseworkError) -> Node? {
        let text = try YAMLText(text, file: file)
        var tree = YAMLTree(text, file: file)
        if let mark = YAMLAnchors.bomb(in: text.prepared) {
            tree.note(mark, YAMLTree.anchors)
            throw .refused(tree.faults)
        }
        do {
            let parser = try Parser(yaml: text.prepared, resolver: .basic)
            // Nodes lose their anchors when the parser is deallocated.
            return try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot() else { return nil }
                tree.look(at: root)
                guard tree.faults.isEmpty else { throw CaseworkError.refused(tree.faults) }
                return tree.restored(root)
            }
        } catch let error as CaseworkError {
            throw error
        } catch {
            throw .refused([LocatedFault(yaml: error, of: text, file: file)])
        }
    }

    private typealias Refusal = (message: String, hint: String)
    private static let anchors: Refusal = (
        "anchors and aliases are not read", "write the value out where it stands"
    )
    private static let tags: Refusal = (
        "tags are not read", "leave it out: the field says what its value is"
    )
    private static let merging: Refusal = (
        "merge keys are not read", "write the fields out where they belong"
    )
    private static let mark: Refusal = (
        "a byte order mark inside the text", "remove it: files were put together behind each other"
    )
    private static let hash: Refusal = (
        "a text that begins with #", "put it in quotation marks; a comment needs a blank before it"
    )

    private mutating func note(_ mark: YAMLMarks.Mark?, _ refusal: Refusal) {
        let place = Place(file: file, line: mark?.line, column: mark?.column)
        let fault = LocatedFault(at: place, .badEvent, refusal.message, hint: refusal.hint)
        if known.insert(fault).inserted { faults.append(fault) }
    }
}

extension YAMLTree {
    /// Records unsupported constructs; below an anchor it does not look further, because that may
    /// repeat.
    private mutating func look(at node: Node, isKey: Bool = false) {
        guard node.anchor == nil else { return note(node.yamlMark, YAMLTree.anchors) }
        if node.isTagged(isKey: isKey) { note(node.yamlMark, YAMLTree.tags) }
        switch node {
        case .scalar(let scalar): look(at: scalar, node)
        case .alias: note(node.yamlMark, YAMLTree.anchors)
        case .sequence(let elements):
            for element in elements { look(at: element, isKey: isKey) }
        case .mapping(let members):
            for (key, value) in members {
                look(at: key, isKey: true)
                look(at: key, value)
                look(at: value, isKey: isKey)
            }
        }
    }

    /// In a flow mapping a comma ends a value, and the text after it becomes a field without one.
    private mutating func look(at key: Node, _ value: Node) {
        guard let name = key.scalar, key.anchor == nil else { return }
        if name.isPlain, name.string == "<<" { note(key.yamlMark, YAMLTree.merging) }
        guard let text = value.scalar, text.isPlain, text.string.isEmpty else { return }
        note(
            key.yamlMark,
            (
                "\(quoted(self.text.restored(name.string))) has no value",
                "write it, or leave the field out; inside { } a comma ends a value: "
                    + "put a text with a comma in quotation marks"
            ))
    }

    private mutating func look(at scalar: Node.Scalar, _ node: Node) {
        let string = text.restored(scalar.string)
        let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
        if !isQuoted, string.unicodeScalars.contains(YAMLText.byteOrderMark) {
            note(node.yamlMark, YAMLTree.mark)
        }
        if scalar.isPlain, string.unicodeScalars.first == "#" {
            note(node.yamlMark, YAMLTree.hash)
        }
    }

    /// The tree with its texts restored.
    private func restored(_ node: Node) -> Node {
        switch node {
        case .scalar(var scalar):
            scalar.string = text.restored(scalar.string)
            return .scalar(scalar)
        case .sequence(let sequence):
            return .sequence(
                Node.Sequence(
                    sequence.map(restored), sequence.tag, sequence.style, sequence.mark))
        case .mapping(let mapping):
            let members = mapping.map { (restored($0), restored($1)) }
            return .mapping(Node.Mapping(members, mapping.tag, mapping.style, mapping.mark))
        case .alias: return node
        }
    }
}

extension Node {
    /// Whether a tag is redundant: `!!str` for a quoted text, `!!map` for a mapping and `!!seq` for
    /// a list say nothing new.
    ///
    /// A key is text whatever its tag is, and Yams has given each key the tag of a text.
    fileprivate func isTagged(isKey: Bool) -> Bool {
        let (tag, own): (Tag, Tag.Name?) =
            switch self {
            case .scalar(let scalar): (scalar.tag, scalar.isPlain && !isKey ? nil : .str)
            case .mapping(let mapping): (mapping.tag, .map)
            case .sequence(let sequence): (sequence.tag, .seq)
            case .alias(let alias): (alias.tag, nil)
            }
        return tag.description != Tag.Name.implicit.rawValue && tag.description != own?.rawValue
    }
}

extension Node.Scalar {
    /// Whether it is a plain scalar on one line, without quotation marks.
    var isPlain: Bool { style == .plain || style == .any }
}

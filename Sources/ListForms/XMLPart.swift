import Foundation
import FoundationXML

/// An element of an XML document with its line, its attributes and everything below it.
final class XMLPart {
    /// The name without its namespace prefix.
    let name: String
    /// The attributes.
    let attributes: [String: String]
    /// The line on which it begins.
    let line: Int
    /// The elements directly below it, in order.
    fileprivate(set) var children: [XMLPart] = []
    /// The text in it and below it, in order; a line break element counts as a space.
    fileprivate(set) var text = ""

    fileprivate init(name: String, attributes: [String: String], line: Int) {
        (self.name, self.attributes, self.line) = (name, attributes, line)
    }

    /// The root of a document.
    ///
    /// External entities are not loaded.
    static func root(of bytes: [UInt8]) throws(ListFaults) -> XMLPart {
        let parser = XMLParser(data: Data(bytes))
        let builder = XMLBuilder()
        parser.delegate = builder
        parser.shouldResolveExternalEntities = false
        // The parser alone takes a document that was cut off for a whole one.
        guard parser.parse(), let root = builder.root, builder.isWhole else {
            let line = parser.lineNumber > 0 ? parser.lineNumber : nil
            throw ListFaults(
                line: line, "it is not well-formed XML", hint: "download the file again")
        }
        return root
    }

    /// An attribute with white space folded; empty if there is none.
    subscript(attribute: String) -> String { attributes[attribute]?.folded ?? "" }

    /// The elements directly below it that have a name.
    func children(_ name: String) -> [XMLPart] { children.filter { $0.name == name } }

    /// The elements at any depth that have a name, in document order.
    func all(_ name: String) -> [XMLPart] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }
}

/// Builds the tree from what the parser reports.
private final class XMLBuilder: NSObject, XMLParserDelegate {
    private(set) var root: XMLPart?
    private var open: [XMLPart] = []
    private var hasFailed = false

    /// Whether every element was closed, and nothing was wrong.
    var isWhole: Bool { open.isEmpty && !hasFailed }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        let local = name.split(separator: ":").last.map(String.init) ?? name
        let part = XMLPart(name: local, attributes: attributes, line: parser.lineNumber)
        if let parent = open.last { parent.children.append(part) } else { root = part }
        open.append(part)
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        guard let part = open.popLast() else { return }
        open.last?.text += part.text + (part.name.lowercased() == "br" ? " " : "")
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { hasFailed = true }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        open.last?.text += String(decoding: block, as: UTF8.self)
    }
}

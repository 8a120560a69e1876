/// Pages that say why there is no other page.
package struct FailurePages: Sendable {
    private let templates: Templates

    /// Parses the templates.
    package init() throws { templates = try Templates() }

    /// A page at any address of a site.
    ///
    /// - Parameters:
    ///   - path: the address that was asked for, from the root.
    ///   - title: the status in words.
    ///   - message: what is wrong.
    ///   - hint: what to do.
    /// - Returns: the HTML of the page.
    package func page(at path: String, title: String, message: String, hint: String) -> String {
        let up = String(repeating: "../", count: max(path.count { $0 == "/" } - 1, 0))
        return templates.render(
            .failure,
            View([
                "title": title, "message": message, "hint": hint, "style": up + "style.css",
                "first": up.isEmpty ? "./" : up,
            ]))
    }
}

import HTTPTypes

extension HTTPFields {
    /// The value of a field that has no name in the library; a text that can name none has no value.
    subscript(named name: String) -> String? {
        get { HTTPField.Name(name).flatMap { self[$0] } }
        set {
            guard let name = HTTPField.Name(name) else { return }
            self[name] = newValue
        }
    }
}

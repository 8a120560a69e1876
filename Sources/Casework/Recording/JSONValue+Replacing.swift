import CanonicalJSON

extension JSONValue {
    /// The value with what stands at a path replaced; unchanged where nothing stands there.
    func replacing(at path: JSONPointer, with value: JSONValue) -> JSONValue {
        replacing(at: path.steps[...], with: value)
    }

    private func replacing(at steps: ArraySlice<JSONPointer.Step>, with value: JSONValue)
        -> JSONValue
    {
        guard let step = steps.first else { return value }
        let rest = steps.dropFirst()
        switch (step, self) {
        case (.name(let name), .object(var object)):
            object[name] = object[name]?.replacing(at: rest, with: value)
            return .object(object)
        case (.index(let index), .array(var array)) where array.indices.contains(index):
            array[index] = array[index].replacing(at: rest, with: value)
            return .array(array)
        default:
            return self
        }
    }
}

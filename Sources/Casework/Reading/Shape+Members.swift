import CaseModel

extension Shape {
    /// The shape of a list's elements.
    var element: Shape {
        switch self {
        case .list(let shape): shape
        case .nullable(let shape): shape.element
        default: .any
        }
    }

    /// The shape of a member.
    func member(_ name: String) -> Shape {
        switch self {
        case .map(let shape): shape
        case .nullable(let shape), .either(_, let shape): shape.member(name)
        case .record(let fields, _): fields.first { $0.name == name }?.shape ?? .any
        default: .any
        }
    }
}

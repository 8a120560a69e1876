package import CaseModel
import Projections

extension Event {
    /// The event in one line among others that were recorded: what happened, or what is corrected.
    package var newsline: String {
        switch body.content {
        case .eventCorrected(let correction):
            "Corrected: \(correction.event), \(correction.reason.rawValue.replacing("_", with: " "))"
        case .eventRetracted(let retraction):
            "Retracted: \(retraction.event), \(retraction.reason)"
        case .bodyErased(let erased):
            "Erased: \(erased.event), \(erased.reason)"
        default:
            headline.isEmpty ? "\(type.name.replacing(".", with: " ")): \(reference)" : headline
        }
    }
}

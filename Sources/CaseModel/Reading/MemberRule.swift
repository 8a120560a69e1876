/// A rule on several members of one object, in the form in which a JSON Schema can state it.
///
/// The reader of the object checks it; this only describes it.
public enum MemberRule: Hashable, Sendable {
    /// The first member is given only with the second.
    case needs(String, String)
    /// The two members are not given together.
    case excludes(String, String)
    /// The member is given only where another holds a word.
    case needsWord(String, in: String, String)
    /// The member is not given where another holds a word.
    case excludesWord(String, in: String, String)
    /// At least one of the members is given.
    case anyOf([String])
    /// The member, where given, is `true`.
    case isTrue(String)
    /// The member is an object with at least one name, all of which match a regular expression
    /// (ECMA-262).
    case names(of: String, String)
}

/// A table and its schema.
package struct TableName: Hashable, Sendable {
    /// The schema, as it is spelled in the catalogue.
    package let schema: String
    /// The table, as it is spelled in the catalogue.
    package let name: String

    /// The table `name` of `schema`.
    package init(schema: String, name: String) {
        self.schema = schema
        self.name = name
    }
}

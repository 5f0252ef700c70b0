//! The rules, each with a code that never changes its meaning.

/// How bad a diagnostic is; the worst comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing can be generated until it is mended.
    Error,
    /// The crate comes out, but not with everything the document describes.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// What messages call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// The family of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The document, the settings, or an overlay break their own rules.
    InvalidDocument,
    /// The document is right, and the generator cannot do it.
    UnsupportedFeature,
    /// A name is missing, or two become one.
    NamingConflict,
}

impl Kind {
    /// A short name, in kebab case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InvalidDocument => "invalid-document",
            Self::UnsupportedFeature => "unsupported-feature",
            Self::NamingConflict => "naming-conflict",
        }
    }
}

/// What a diagnostic is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The file cannot be read.
    UnreadableFile,
    /// The file holds nothing.
    EmptyDocument,
    /// The text is no YAML.
    YamlSyntax,
    /// The text is no JSON.
    JsonSyntax,
    /// A mapping has a key twice.
    DuplicateKey,
    /// The text is YAML or JSON, but no OpenAPI document.
    NotOpenApi,
    /// The document is of OpenAPI 2.0, then called Swagger.
    SwaggerDocument,
    /// The document is of OpenAPI 3.1 or later.
    LaterVersion,
    /// An object of the document is not built as OpenAPI says.
    MalformedObject,
    /// A schema has a `type` that does not exist.
    UnknownType,
    /// A reference leads to nothing.
    DanglingReference,
    /// References lead back to where they began.
    ReferenceCycle,
    /// A reference leads to a component of another kind.
    WrongReference,
    /// Two operations have one id.
    DuplicateOperationId,
    /// A path parameter has no place in the path.
    PathParameterNotInPath,
    /// A place in the path has no parameter; it is taken for a required text.
    PathVariableUndeclared,
    /// One parameter is declared twice.
    DuplicateParameter,
    /// The settings cannot be read.
    InvalidSettings,
    /// An entry of the settings matches nothing in the documents.
    UnusedSetting,
    /// A field that OpenAPI does not know, and that is nearly one it knows.
    UnknownField,
    /// An overlay is not built as the Overlay Specification says.
    InvalidOverlay,
    /// The target of an action matches nothing in the documents.
    UnmatchedTarget,
    /// An overlay does not fit the document that it is laid over.
    MisfitOverlay,
    /// An extension names an operation that no document has.
    UnknownOperation,
    /// A security requirement names a scheme that is not declared.
    UndeclaredSecurityScheme,
    /// An operation has a tag that is not declared, while others are.
    UndeclaredTag,
    /// A tag is declared twice.
    DuplicateTag,
    /// `required` names a property that is not described.
    RequiredWithoutProperty,
    /// A default is no value of its schema.
    DefaultMisfit,
    /// An example is no value of its schema.
    ExampleMisfit,
    /// A value of an enum is none of its schema.
    EnumMisfit,
    /// An enum lists a value twice.
    DuplicateEnumValue,
    /// A pattern is no regular expression.
    InvalidPattern,
    /// No value keeps two limits.
    ImpossibleLimits,
    /// No value fits all parts of an `allOf`.
    ImpossibleComposition,
    /// A variant lacks the property that tells variants apart.
    DiscriminatorWithoutProperty,
    /// An operation describes no answer of success.
    NoSuccessResponse,
    /// Two paths differ only in the names of their parameters.
    SamePath,
    /// The variables of a server's URL and those that it describes differ.
    UndeclaredServerVariable,
    /// A link leads to an operation that is not there.
    UnknownLinkOperation,
    /// Two fields that exclude each other are both there.
    ContradictingFields,
    /// A component has a name that OpenAPI does not allow.
    InvalidComponentName,
    /// A level that the settings give to a rule matches nothing.
    UnusedAllowance,
    /// A text has collections in collections, more levels than are followed.
    TooDeep,
    /// A text, what its aliases stand for, or what would be made of it is more than is worked on.
    TooLarge,
    /// A list does not say what its elements are.
    ArrayWithoutItems,
    /// A reference leads out of the folder of the document.
    OutsideReference,
    /// What stands for a media type is none.
    InvalidMediaType,
    /// What stands for a URL is none.
    InvalidUrl,
    /// What stands for an email address is none.
    InvalidEmail,
    /// A header is described that OpenAPI describes in another place.
    IgnoredHeader,
    /// A parameter or header has no media type, or several.
    SeveralContents,
    /// A field has no effect where it stands.
    IgnoredField,
    /// A request has a body, and its method gives none a meaning.
    UnexpectedBody,
    /// A security requirement names a scope that the scheme does not declare.
    UndeclaredScope,
    /// What stands for a runtime expression is none.
    InvalidExpression,
    /// A link sets a parameter that its operation does not have.
    UnknownLinkParameter,
    /// A path parameter is not required.
    OptionalPathParameter,
    /// A style cannot write the values of its schema.
    StyleMisfit,
    /// A path has what no path may have.
    InvalidPath,
    /// The document is of a release of OpenAPI 3.0 that there is not.
    UnknownVersion,
    /// What is said about XML cannot be meant.
    InvalidXml,
    /// The document is right, and the generator cannot do what it says. Carries one of the names in [`feature`](super::feature).
    Unsupported(&'static str),
    /// Two names of the document become one name in Rust.
    NameCollision,
    /// An operation has no id, and gets its name from method and path.
    MissingOperationId,
}

impl Rule {
    /// The code that messages show, such as `GA0011`.
    pub const fn code(self) -> &'static str {
        self.facts().0
    }

    /// A short name, in kebab case. For an unsupported feature, the name of the feature.
    pub const fn name(self) -> &'static str {
        self.facts().1
    }

    /// How bad it usually is.
    pub const fn severity(self) -> Severity {
        self.facts().2
    }

    /// The family of the rule.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Unsupported(_) => Kind::UnsupportedFeature,
            Self::NameCollision | Self::DuplicateOperationId | Self::MissingOperationId => Kind::NamingConflict,
            _ => Kind::InvalidDocument,
        }
    }

    const fn facts(self) -> (&'static str, &'static str, Severity) {
        use Severity::{Error, Note, Warning};
        match self {
            Self::UnreadableFile => ("GA0001", "unreadable-file", Error),
            Self::EmptyDocument => ("GA0002", "empty-document", Error),
            Self::YamlSyntax => ("GA0003", "yaml-syntax", Error),
            Self::JsonSyntax => ("GA0004", "json-syntax", Error),
            Self::DuplicateKey => ("GA0005", "duplicate-key", Error),
            Self::NotOpenApi => ("GA0006", "not-openapi", Error),
            Self::SwaggerDocument => ("GA0007", "swagger-document", Error),
            Self::LaterVersion => ("GA0008", "later-version", Error),
            Self::MalformedObject => ("GA0009", "malformed-object", Error),
            Self::UnknownType => ("GA0010", "unknown-type", Error),
            Self::DanglingReference => ("GA0011", "dangling-reference", Error),
            Self::ReferenceCycle => ("GA0012", "reference-cycle", Error),
            Self::WrongReference => ("GA0013", "wrong-reference", Error),
            Self::PathParameterNotInPath => ("GA0014", "path-parameter-not-in-path", Error),
            Self::PathVariableUndeclared => ("GA0015", "path-variable-undeclared", Warning),
            Self::DuplicateParameter => ("GA0016", "duplicate-parameter", Error),
            Self::InvalidSettings => ("GA0017", "invalid-settings", Error),
            Self::UnusedSetting => ("GA0018", "unused-setting", Error),
            Self::UnknownField => ("GA0019", "unknown-field", Warning),
            Self::InvalidOverlay => ("GA0020", "invalid-overlay", Error),
            Self::UnmatchedTarget => ("GA0021", "unmatched-target", Error),
            Self::MisfitOverlay => ("GA0022", "misfit-overlay", Error),
            Self::UnknownOperation => ("GA0023", "unknown-operation", Error),
            Self::UndeclaredSecurityScheme => ("GA0024", "undeclared-security-scheme", Warning),
            Self::UndeclaredTag => ("GA0025", "undeclared-tag", Note),
            Self::DuplicateTag => ("GA0026", "duplicate-tag", Warning),
            Self::RequiredWithoutProperty => ("GA0027", "required-without-property", Warning),
            Self::DefaultMisfit => ("GA0028", "default-misfit", Warning),
            Self::ExampleMisfit => ("GA0029", "example-misfit", Warning),
            Self::EnumMisfit => ("GA0030", "enum-misfit", Warning),
            Self::DuplicateEnumValue => ("GA0031", "duplicate-enum-value", Warning),
            Self::InvalidPattern => ("GA0032", "invalid-pattern", Warning),
            Self::ImpossibleLimits => ("GA0033", "impossible-limits", Warning),
            Self::ImpossibleComposition => ("GA0034", "impossible-composition", Warning),
            Self::DiscriminatorWithoutProperty => ("GA0035", "discriminator-without-property", Warning),
            Self::NoSuccessResponse => ("GA0036", "no-success-response", Warning),
            Self::SamePath => ("GA0037", "same-path", Warning),
            Self::UndeclaredServerVariable => ("GA0038", "undeclared-server-variable", Warning),
            Self::UnknownLinkOperation => ("GA0039", "unknown-link-operation", Warning),
            Self::ContradictingFields => ("GA0040", "contradicting-fields", Warning),
            Self::InvalidComponentName => ("GA0041", "invalid-component-name", Warning),
            Self::UnusedAllowance => ("GA0042", "unused-allowance", Error),
            Self::TooDeep => ("GA0043", "too-deep", Error),
            Self::TooLarge => ("GA0044", "too-large", Error),
            Self::ArrayWithoutItems => ("GA0045", "array-without-items", Warning),
            Self::OutsideReference => ("GA0046", "outside-reference", Error),
            Self::InvalidMediaType => ("GA0047", "invalid-media-type", Warning),
            Self::InvalidUrl => ("GA0048", "invalid-url", Warning),
            Self::InvalidEmail => ("GA0049", "invalid-email", Warning),
            Self::IgnoredHeader => ("GA0050", "ignored-header", Warning),
            Self::SeveralContents => ("GA0051", "several-contents", Warning),
            Self::IgnoredField => ("GA0052", "ignored-field", Warning),
            Self::UnexpectedBody => ("GA0053", "unexpected-body", Note),
            Self::UndeclaredScope => ("GA0054", "undeclared-scope", Warning),
            Self::InvalidExpression => ("GA0055", "invalid-expression", Warning),
            Self::UnknownLinkParameter => ("GA0056", "unknown-link-parameter", Warning),
            Self::OptionalPathParameter => ("GA0057", "optional-path-parameter", Warning),
            Self::StyleMisfit => ("GA0058", "style-misfit", Note),
            Self::InvalidPath => ("GA0059", "invalid-path", Warning),
            Self::UnknownVersion => ("GA0060", "unknown-version", Warning),
            Self::InvalidXml => ("GA0061", "invalid-xml", Warning),
            Self::Unsupported(feature) => ("GA0101", feature, Warning),
            Self::NameCollision => ("GA0201", "name-collision", Error),
            Self::DuplicateOperationId => ("GA0202", "duplicate-operation-id", Error),
            Self::MissingOperationId => ("GA0203", "missing-operation-id", Note),
        }
    }
}

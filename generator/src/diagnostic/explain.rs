//! What each rule means: the texts behind `cargo xtask explain`, one file each under `explanations/`.

use super::{Rule, feature, nearest};

/// What stands for all unsupported features, which share a rule.
const UNSUPPORTED: &str = "unsupported-feature";

/// Every rule with its text, by code.
const EXPLANATIONS: &[(Rule, &str)] = &[
    (Rule::UnreadableFile, include_str!("explanations/GA0001.md")),
    (Rule::EmptyDocument, include_str!("explanations/GA0002.md")),
    (Rule::YamlSyntax, include_str!("explanations/GA0003.md")),
    (Rule::JsonSyntax, include_str!("explanations/GA0004.md")),
    (Rule::DuplicateKey, include_str!("explanations/GA0005.md")),
    (Rule::NotOpenApi, include_str!("explanations/GA0006.md")),
    (Rule::SwaggerDocument, include_str!("explanations/GA0007.md")),
    (Rule::LaterVersion, include_str!("explanations/GA0008.md")),
    (Rule::MalformedObject, include_str!("explanations/GA0009.md")),
    (Rule::UnknownType, include_str!("explanations/GA0010.md")),
    (Rule::DanglingReference, include_str!("explanations/GA0011.md")),
    (Rule::ReferenceCycle, include_str!("explanations/GA0012.md")),
    (Rule::WrongReference, include_str!("explanations/GA0013.md")),
    (Rule::PathParameterNotInPath, include_str!("explanations/GA0014.md")),
    (Rule::PathVariableUndeclared, include_str!("explanations/GA0015.md")),
    (Rule::DuplicateParameter, include_str!("explanations/GA0016.md")),
    (Rule::InvalidSettings, include_str!("explanations/GA0017.md")),
    (Rule::UnusedSetting, include_str!("explanations/GA0018.md")),
    (Rule::UnknownField, include_str!("explanations/GA0019.md")),
    (Rule::InvalidOverlay, include_str!("explanations/GA0020.md")),
    (Rule::UnmatchedTarget, include_str!("explanations/GA0021.md")),
    (Rule::MisfitOverlay, include_str!("explanations/GA0022.md")),
    (Rule::UnknownOperation, include_str!("explanations/GA0023.md")),
    (Rule::UndeclaredSecurityScheme, include_str!("explanations/GA0024.md")),
    (Rule::UndeclaredTag, include_str!("explanations/GA0025.md")),
    (Rule::DuplicateTag, include_str!("explanations/GA0026.md")),
    (Rule::RequiredWithoutProperty, include_str!("explanations/GA0027.md")),
    (Rule::DefaultMisfit, include_str!("explanations/GA0028.md")),
    (Rule::ExampleMisfit, include_str!("explanations/GA0029.md")),
    (Rule::EnumMisfit, include_str!("explanations/GA0030.md")),
    (Rule::DuplicateEnumValue, include_str!("explanations/GA0031.md")),
    (Rule::InvalidPattern, include_str!("explanations/GA0032.md")),
    (Rule::ImpossibleLimits, include_str!("explanations/GA0033.md")),
    (Rule::ImpossibleComposition, include_str!("explanations/GA0034.md")),
    (Rule::DiscriminatorWithoutProperty, include_str!("explanations/GA0035.md")),
    (Rule::NoSuccessResponse, include_str!("explanations/GA0036.md")),
    (Rule::SamePath, include_str!("explanations/GA0037.md")),
    (Rule::UndeclaredServerVariable, include_str!("explanations/GA0038.md")),
    (Rule::UnknownLinkOperation, include_str!("explanations/GA0039.md")),
    (Rule::ContradictingFields, include_str!("explanations/GA0040.md")),
    (Rule::InvalidComponentName, include_str!("explanations/GA0041.md")),
    (Rule::UnusedAllowance, include_str!("explanations/GA0042.md")),
    (Rule::TooDeep, include_str!("explanations/GA0043.md")),
    (Rule::TooLarge, include_str!("explanations/GA0044.md")),
    (Rule::ArrayWithoutItems, include_str!("explanations/GA0045.md")),
    (Rule::OutsideReference, include_str!("explanations/GA0046.md")),
    (Rule::InvalidMediaType, include_str!("explanations/GA0047.md")),
    (Rule::InvalidUrl, include_str!("explanations/GA0048.md")),
    (Rule::InvalidEmail, include_str!("explanations/GA0049.md")),
    (Rule::IgnoredHeader, include_str!("explanations/GA0050.md")),
    (Rule::SeveralContents, include_str!("explanations/GA0051.md")),
    (Rule::IgnoredField, include_str!("explanations/GA0052.md")),
    (Rule::UnexpectedBody, include_str!("explanations/GA0053.md")),
    (Rule::UndeclaredScope, include_str!("explanations/GA0054.md")),
    (Rule::InvalidExpression, include_str!("explanations/GA0055.md")),
    (Rule::UnknownLinkParameter, include_str!("explanations/GA0056.md")),
    (Rule::OptionalPathParameter, include_str!("explanations/GA0057.md")),
    (Rule::StyleMisfit, include_str!("explanations/GA0058.md")),
    (Rule::InvalidPath, include_str!("explanations/GA0059.md")),
    (Rule::UnknownVersion, include_str!("explanations/GA0060.md")),
    (Rule::InvalidXml, include_str!("explanations/GA0061.md")),
    (Rule::Unsupported(UNSUPPORTED), include_str!("explanations/GA0101.md")),
    (Rule::NameCollision, include_str!("explanations/GA0201.md")),
    (Rule::DuplicateOperationId, include_str!("explanations/GA0202.md")),
    (Rule::MissingOperationId, include_str!("explanations/GA0203.md")),
];

impl Rule {
    /// Every rule, by code. The unsupported features are one.
    pub fn all() -> impl Iterator<Item = Self> {
        EXPLANATIONS.iter().map(|(rule, _)| *rule)
    }

    /// The rule of a code such as `GA0012`, of a name such as `reference-cycle`, or of an unsupported feature.
    ///
    /// # Errors
    ///
    /// The nearest name, if there is none of that name and one is near.
    pub fn find(text: &str) -> Result<Self, Option<&'static str>> {
        if let Some(feature) = feature::ALL.iter().find(|feature| **feature == text) {
            return Ok(Self::Unsupported(feature));
        }
        let found = Self::all().find(|rule| rule.code().eq_ignore_ascii_case(text) || rule.name() == text);
        let names = || Self::all().flat_map(|rule| [rule.name(), rule.code()]).chain(feature::ALL.iter().copied());
        found.ok_or_else(|| nearest(text, names()))
    }

    /// What the rule says, why, and an example of wrong and right, in Markdown.
    pub fn explanation(self) -> &'static str {
        EXPLANATIONS.iter().find(|(rule, _)| rule.code() == self.code()).map_or("", |(_, text)| text)
    }

    /// Whether a diagnostic of `other` is one of this rule: all unsupported features are of the rule that stands for them.
    pub fn covers(self, other: Self) -> bool {
        self == other || (self == Self::Unsupported(UNSUPPORTED) && self.code() == other.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_has_a_text_of_its_own_under_its_own_heading() {
        let table = include_str!("rule.rs").matches("=> (\"GA").count();
        assert_eq!(EXPLANATIONS.len(), table, "a rule is without a text");
        assert!(EXPLANATIONS.is_sorted_by_key(|(rule, _)| rule.code()));
        for (rule, text) in EXPLANATIONS {
            assert!(text.starts_with(&format!("# {}: {}\n", rule.code(), rule.name())), "{rule:?}");
            for part in ["\n## Why\n", "\n## Wrong\n", "\n## Right\n"] {
                assert!(text.contains(part), "{rule:?} has no part {part:?}");
            }
        }
    }

    #[test]
    fn each_unsupported_feature_is_explained() {
        let text = Rule::Unsupported(UNSUPPORTED).explanation();
        let listed: Vec<&str> =
            text.lines().filter_map(|line| Some(line.strip_prefix("- `")?.split_once('`')?.0)).collect();
        let missing: Vec<_> = feature::ALL.iter().filter(|feature| !listed.contains(feature)).collect();
        let unknown: Vec<_> = listed.iter().filter(|feature| !feature::ALL.contains(feature)).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "missing: {missing:?}; unknown: {unknown:?}");
    }

    #[test]
    fn rules_are_found_by_code_and_by_name() {
        assert_eq!(Rule::find("ga0012"), Ok(Rule::ReferenceCycle));
        assert_eq!(Rule::find("reference-cycle"), Ok(Rule::ReferenceCycle));
        assert_eq!(Rule::find("callback"), Ok(Rule::Unsupported("callback")));
        assert_eq!(Rule::find("reference-cycles"), Err(Some("reference-cycle")));
        assert_eq!(Rule::find("unheard-of"), Err(None));
    }
}

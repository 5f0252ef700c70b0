//! From a wire name to an identifier of some kind.

use std::collections::HashSet;

use heck::{ToKebabCase, ToSnakeCase, ToUpperCamelCase};
use unicode_ident::is_xid_start;

use super::keywords::{is_device, is_keyword, is_reserved_type, is_unescapable};
use super::length::shortened;
use super::normal::composed;
use super::symbols::spell;
use crate::model::Ident;

/// The kinds of identifiers, each with its case and its prefix for names that begin with a digit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Case {
    /// A struct or an enum: `UserDto`.
    Type,
    /// An enum's variant: `PhonePasscode`.
    Variant,
    /// A field or an argument: `phone_number`.
    Field,
    /// A method that stands for an operation: `delete_account`.
    Method,
    /// A method that sets a field: `with_phone`.
    Setter,
    /// A module: `user_dto`.
    Module,
}

/// The identifier for a wire name, legal by itself; [`Scope`](super::Scope) makes it unique.
///
/// A type keeps its own spelling where that is legal already, so that `CheckQRCodeStatusRespDto` stays what the
/// service's other SDKs call it.
pub(crate) fn ident(wire_name: &str, case: Case) -> Ident {
    let wire_name = composed(wire_name);
    let wire_name = &*shortened(&wire_name, LONGEST);
    let spelled = spell(wire_name);
    let text = match case {
        Case::Type if is_upper_camel(wire_name) => wire_name.to_owned(),
        Case::Type | Case::Variant => spelled.to_upper_camel_case(),
        Case::Module => file_name(&snake(spelled)),
        Case::Field | Case::Method | Case::Setter => snake(spelled),
    };
    // Some letters fall apart in another case.
    let text = if text.is_empty() { empty(case).to_owned() } else { composed(&text).into_owned() };
    if case == Case::Setter {
        return Ident::new(format!("with_{text}"));
    }
    let text = if text.starts_with(|first: char| first != '_' && !is_xid_start(first)) {
        format!("{}{text}", digit_prefix(case))
    } else {
        text
    };
    Ident::new(escape(text, case))
}

/// The names of the methods that set fields, one for each field name.
///
/// A name that says `with` already is left at that, unless another field's method has the name then.
pub(crate) fn setters<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Ident> {
    let prefixed: Vec<Ident> = names.map(|name| ident(name, Case::Setter)).collect();
    let taken: HashSet<&str> = prefixed.iter().map(Ident::plain).collect();
    let chosen = |prefixed: &Ident| {
        let short = prefixed.plain().strip_prefix("with_").filter(|short| short.starts_with("with_"));
        short
            .filter(|short| !taken.contains(short))
            .map_or_else(|| prefixed.clone(), |short| Ident::new(short.to_owned()))
    };
    prefixed.iter().map(chosen).collect()
}

/// The Cargo feature for a client's module and an area's tag.
pub(crate) fn feature(client: &str, tag: &str) -> String {
    let kebab: String = spell(&shortened(&composed(tag), LONGEST))
        .to_kebab_case()
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    format!("{}-{}", client.replace('_', "-"), if kebab.is_empty() { "area" } else { &kebab })
}

/// The part of an address for a module or a method.
pub(crate) fn slug(name: &str) -> String {
    let slug = file_name(name).trim_matches('_').replace('_', "-");
    if is_device(&slug) { format!("{slug}-page") } else { slug }
}

/// The name of a file, without its ending.
fn file_name(name: &str) -> String {
    shortened(&ascii(name), LONGEST_FILE).replace(' ', "_")
}

/// How many characters of a name are kept, so that nobody has to read more, and names of names stay within bounds.
const LONGEST: usize = 150;

/// File systems take 255 bytes, endings and numbers included; and characters outside of ASCII are written as several.
const LONGEST_FILE: usize = 200;

/// A module is a file, and the compiler finds files by names of ASCII alone.
fn ascii(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            words.push(c);
        } else {
            let separator = if words.is_empty() || words.ends_with('_') { "" } else { "_" };
            words.push_str(&format!("{separator}u{:x}", u32::from(c)));
        }
    }
    words
}

/// A name that is in this case already, as many are, needs no look at its words.
fn snake(text: String) -> String {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if text.split('_').all(is_word) { text } else { text.to_snake_case() }
}

fn is_upper_camel(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_uppercase()) && text.chars().all(|c| c.is_ascii_alphanumeric())
}

fn empty(case: Case) -> &'static str {
    match case {
        Case::Type | Case::Variant => "Empty",
        Case::Field | Case::Method | Case::Setter | Case::Module => "empty",
    }
}

fn digit_prefix(case: Case) -> &'static str {
    match case {
        Case::Type => "Type",
        Case::Variant => "Value",
        Case::Field | Case::Setter => "value_",
        Case::Method => "call_",
        Case::Module => "module_",
    }
}

/// Makes a legal name of a keyword: raw where Rust allows that, with an underscore where it does not.
fn escape(text: String, case: Case) -> String {
    match case {
        Case::Type if is_reserved_type(&text) => format!("{text}Model"),
        _ if is_unescapable(&text) => format!("{text}_"),
        // `mod.rs` in a folder would be a second file for the module that the folder belongs to.
        Case::Module if text == "mod" || is_device(&text) => format!("{text}_"),
        _ if is_keyword(&text) => format!("r#{text}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, feature, ident, setters, slug};

    #[test]
    fn names_keep_their_words() {
        let table = [
            ("deleteAccount", Case::Method, "delete_account"),
            ("geneQRCode", Case::Method, "gene_qr_code"),
            ("getUserMFAInfo", Case::Method, "get_user_mfa_info"),
            ("DeleteAccounDto", Case::Type, "DeleteAccounDto"),
            ("CheckQRCodeStatusRespDto", Case::Type, "CheckQRCodeStatusRespDto"),
            ("errorEmailMsg", Case::Type, "ErrorEmailMsg"),
            ("country_code2", Case::Field, "country_code2"),
            ("zh-CN", Case::Field, "zh_cn"),
            ("PHONE_PASSCODE", Case::Variant, "PhonePasscode"),
            ("phoneCountryCode", Case::Setter, "with_phone_country_code"),
        ];
        for (wire_name, case, expected) in table {
            assert_eq!(ident(wire_name, case).as_str(), expected, "{wire_name}");
        }
    }

    #[test]
    fn setters_do_not_stutter() {
        let names = |wire_names: &[&str]| {
            setters(wire_names.iter().copied()).iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(names(&["page", "withCustomData"]), ["with_page", "with_custom_data"]);
        assert_eq!(names(&["customData", "withCustomData"]), ["with_custom_data", "with_with_custom_data"]);
    }

    #[test]
    fn hostile_names_become_legal() {
        let table = [
            ("type", Case::Field, "r#type"),
            ("self", Case::Field, "self_"),
            ("SELF", Case::Variant, "Self_"),
            ("pub", Case::Method, "r#pub"),
            ("gen", Case::Field, "r#gen"),
            ("Option", Case::Type, "OptionModel"),
            ("Result", Case::Type, "Result"),
            ("1st", Case::Field, "value_1st"),
            ("1st", Case::Type, "Type1st"),
            ("1", Case::Variant, "Value1"),
            ("", Case::Field, "empty"),
            ("", Case::Variant, "Empty"),
            ("", Case::Setter, "with_empty"),
            ("1st", Case::Setter, "with_1st"),
            ("Mod", Case::Module, "mod_"),
            ("CON", Case::Module, "con_"),
            ("com1", Case::Module, "com1_"),
            ("x²", Case::Field, "x"),
            ("½", Case::Type, "Ubd"),
            ("\u{93e}", Case::Field, "value_\u{93e}"),
            ("../../x\0y", Case::Module, "x_y"),
            ("用户 x", Case::Module, "u7528_u6237_x"),
            ("_", Case::Field, "underscore"),
            ("+1", Case::Variant, "Plus1"),
            ("-1", Case::Variant, "Minus1"),
            ("*", Case::Variant, "Star"),
            (">=", Case::Variant, "GreaterThanEquals"),
            ("Cafe\u{301}", Case::Type, "Caf\u{e9}"),
            ("cafe\u{301}Id", Case::Field, "caf\u{e9}_id"),
            ("cafe\u{301}", Case::Module, "caf_ue9"),
            ("\u{390}", Case::Variant, "\u{3aa}\u{301}"),
            ("a\u{202e}b\u{200d}c", Case::Field, "a_b_c"),
            ("\u{1f600}", Case::Variant, "U1f600"),
            ("用户", Case::Type, "用户"),
        ];
        for (wire_name, case, expected) in table {
            assert_eq!(ident(wire_name, case).as_str(), expected, "{wire_name}");
        }
    }

    #[test]
    fn long_names_are_cut_and_still_differ() {
        let [one, other] = ["1", "2"].map(|end| "long ".repeat(2000) + end);
        for case in [Case::Type, Case::Variant, Case::Field, Case::Method, Case::Setter, Case::Module] {
            let name = ident(&one, case);
            assert!(name.as_str().len() < 200, "{name}");
            assert_ne!(name, ident(&other, case));
        }
        let file = ident(&"用".repeat(10_000), Case::Module);
        assert!(file.as_str().len() <= 200, "{file}");
        assert!(slug(ident(&one, Case::Method).plain()).len() <= 200);
    }

    #[test]
    fn no_page_has_the_name_of_a_device() {
        assert_eq!(
            (slug("con").as_str(), slug("lpt1_").as_str(), slug("cone").as_str()),
            ("con-page", "lpt1-page", "cone")
        );
    }

    #[test]
    fn features_are_ascii() {
        assert_eq!(feature("management", "QR and push sign-in"), "management-qr-and-push-sign-in");
        assert_eq!(feature("api", "用户"), "api-area");
    }
}
